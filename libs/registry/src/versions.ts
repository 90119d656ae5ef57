import { shapeKnown, type Shape } from '@anjuan/record';

/** The latest version of each event in the stream of a person that can be folded. */
export const personVersions: Readonly<Record<string, number>> = {
  PersonRegistered: 1,
  RegistrationCorrected: 1,
  CapacityGranted: 1,
  CapacityEnded: 1,
  CredentialIssued: 1,
  CredentialEnded: 1,
  QualificationRecorded: 1,
  QualificationEnded: 1,
  AccountOpened: 2,
  AccountConfirmed: 1,
  AccountActivated: 1,
  PasswordChanged: 1,
  AccountReset: 1,
  AccountClosed: 1,
  SessionsEnded: 1,
  LoginUnlocked: 1,
  SecondFactorEnrolled: 1,
  SecondFactorRemoved: 1,
  SecondFactorsReset: 1,
  UnitJoined: 1,
  SecondFactorsEnded: 1,
  ChangeProposed: 1,
  ChangesApproved: 1,
  ChangesDeclined: 1,
};

/** The same of the stream of an agency. */
export const agencyVersions: Readonly<Record<string, number>> = {
  AgencyRegistered: 1,
  AgencyListsSet: 1,
  AgencyLevelCorrected: 1,
  SecondFactorDemandSet: 1,
  UnitEntered: 1,
  UnitEnded: 1,
  OrganisationEntrusted: 1,
  EntrustmentEnded: 1,
  PowersDelegated: 1,
  DelegationEnded: 1,
  DelegationEvaluated: 1,
  ChangeProposed: 1,
  ChangesApproved: 1,
  ChangesDeclined: 1,
};

/** The latest version of each event of the registry that can be folded. */
const versions: Readonly<Record<string, number>> = {
  ...personVersions,
  ...agencyVersions,
  SecondFactorDefaultSet: 1,
  CreditCodeClaimed: 1,
  CredentialClaimed: 1,
  AccountLinked: 1,
  AccountGivenUp: 1,
  ImportAccepted: 1,
  ImportCompleted: 1,
  ImportAbandoned: 1,
  ImportTakenUp: 1,
  HandOverBegun: 1,
};

/** Those that are folded as well, as programs before wrote them. */
export const writtenBefore: Readonly<Record<string, number>> = { AccountOpened: 1 };

/**
 * The event as it came: one that a newer program wrote is never passed over, it may take away what the others give.
 * @throws EventUnknown
 */
export const ofRegistry = <Event extends Shape>(event: Event): Event => {
  shapeKnown({ versions, writtenBefore }, event);
  return event;
};
