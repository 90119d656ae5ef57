/** The registry cannot take this down: an overlap, an unknown agency, a number that is somebody else's. */
export class RegistryRefusal extends Error {
  override readonly name = 'RegistryRefusal';
  constructor(
    readonly reason:
      | 'unknown-agency'
      | 'unknown-person'
      | 'staff-number-taken'
      | 'credit-code-taken'
      | 'account-taken'
      | 'account-exists'
      | 'no-account-open'
      | 'closed-by-yourself'
      | 'dates-overlap'
      | 'capacity-not-held'
      | 'capacities-exclude-each-other'
      | 'credential-not-held'
      | 'no-open-proposal'
      | 'own-proposal'
      | 'proposal-too-old'
      | 'proposer-left',
    message: string,
  ) {
    super(message);
  }
}

export const unknownPerson = (person: string): RegistryRefusal =>
  new RegistryRefusal('unknown-person', `无此人员。No such person: ${person}.`);

export const unknownAgency = (agency: string): RegistryRefusal =>
  new RegistryRefusal('unknown-agency', `无此机关。No such agency: ${agency}.`);

export const creditCodeTaken = (agency: string, name = ''): RegistryRefusal =>
  new RegistryRefusal(
    'credit-code-taken',
    `该统一社会信用代码已由${name}（${agency}）登记，请沿用该机关，或者核对代码。The credit code is that of ${name} (${agency}) already: go on with that agency, or look at the code again.`,
  );

export const accountExists = (): RegistryRefusal =>
  new RegistryRefusal(
    'account-exists',
    '该人员已有账号，一人一号；请先销户（POST /v1/people/{person}/account/close），再由另一名管理员开通。The person has an account, and nobody has two: close it first (POST /v1/people/{person}/account/close), then let another administrator open the next.',
  );

export const noAccountOpen = (): RegistryRefusal =>
  new RegistryRefusal(
    'no-account-open',
    '该人员没有可销的账号，请核对（GET /v1/people/{person}）。The person has no such account that is open: see GET /v1/people/{person}.',
  );

export const closedByYourself = (): RegistryRefusal =>
  new RegistryRefusal(
    'closed-by-yourself',
    '该人员的上一账号由您销户，请由另一名管理员开通。You closed the person’s account before: another administrator opens the next one.',
  );
