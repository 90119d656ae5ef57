/** The registry cannot take this down: an overlap, an unknown agency, a staff number that is somebody else's. */
export class RegistryRefusal extends Error {
  override readonly name = 'RegistryRefusal';
  constructor(
    readonly reason:
      'unknown-agency' | 'unknown-person' | 'staff-number-taken' | 'account-taken' | 'dates-overlap',
    message: string,
  ) {
    super(message);
  }
}
