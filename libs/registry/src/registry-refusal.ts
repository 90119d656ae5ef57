/** The registry cannot take this down: an overlap, an unknown agency, a number that is somebody else's. */
export class RegistryRefusal extends Error {
  override readonly name = 'RegistryRefusal';
  constructor(
    readonly reason:
      | 'unknown-agency'
      | 'unknown-person'
      | 'unknown-unit'
      | 'units-below'
      | 'unit-named-already'
      | 'unit-not-named'
      | 'not-entrusted'
      | 'entrusted-again'
      | 'organisation-not-qualified'
      | 'not-published'
      | 'matters-not-listed'
      | 'term-too-long'
      | 'not-delegated'
      | 'power-its-own'
      | 'officers-alone'
      | 'staff-number-taken'
      | 'credit-code-taken'
      | 'account-taken'
      | 'account-exists'
      | 'no-account-open'
      | 'closed-by-yourself'
      | 'too-often-today'
      | 'opened-by-yourself'
      | 'account-not-activated'
      | 'administrator-in-office'
      | 'dates-overlap'
      | 'capacity-not-held'
      | 'capacities-exclude-each-other'
      | 'of-no-agency'
      | 'credential-not-held'
      | 'credential-taken'
      | 'qualification-not-held'
      | 'no-open-proposal'
      | 'own-proposal'
      | 'proposal-too-old'
      | 'proposer-left'
      | 'reset-waits'
      | 'reset-used-up'
      | 'import-not-pending'
      | 'importer-in-office'
      | 'own-import',
    message: string,
  ) {
    super(message);
  }
}

export const importNotPending = (): RegistryRefusal =>
  new RegistryRefusal(
    'import-not-pending',
    '没有这次导入，或者已经办结、已经放弃（GET /v1/agencies/{agency}/imports）。There is no such import, or it has come to its end or was abandoned (GET /v1/agencies/{agency}/imports).',
  );

export const importerInOffice = (): RegistryRefusal =>
  new RegistryRefusal(
    'importer-in-office',
    '导入人仍为管理员：由其以同一幂等键重新发送文件，即可继续；也可以放弃这次导入。The importer is still an administrator: let them send the file again under its key, and it goes on; or abandon the import.',
  );

export const ownImport = (): RegistryRefusal =>
  new RegistryRefusal(
    'own-import',
    '文件中有本人的登记，不得由本人接办；请由另一名管理员接办，或者放弃这次导入。The file registers something of yourself: let another administrator take it up, or abandon the import.',
  );

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
    '该人员没有此账号或者已销户，请核对（GET /v1/people/{person}）。The person has no such account that is open: see GET /v1/people/{person}.',
  );

export const resetWaits = (proposal: number): RegistryRefusal =>
  new RegistryRefusal(
    'reset-waits',
    `该人员另有一项重置两步验证（第 ${String(proposal)} 项）待批准：请由另一人批准，或者先将其否决、撤回。Another reset of this person’s second factors waits (proposal ${String(proposal)}): let somebody else approve that one, or decline it first.`,
  );

export const resetUsedUp = (proposal: number): RegistryRefusal =>
  new RegistryRefusal(
    'reset-used-up',
    `重置两步验证（第 ${String(proposal)} 项）办理中断，未取消该账号的两步验证；其后该账号又登记了两步验证，或者另经重置，该项不再办理：仍需重置的，请重新提出（POST /v1/people/{person}/second-factor/reset），由另一人批准。The reset of second factors (proposal ${String(proposal)}) was cut short and has taken none of them back; since then the account has registered another, or was reset otherwise, and it is used up. Where a reset is still wanted, propose one anew (POST /v1/people/{person}/second-factor/reset) and let somebody else approve it.`,
  );

export const tooOftenToday = (): RegistryRefusal =>
  new RegistryRefusal(
    'too-often-today',
    '24 小时内对该账号已办理 10 次，请稍后再办。This was done ten times for the account within 24 hours: do it later.',
  );

export const closedByYourself = (): RegistryRefusal =>
  new RegistryRefusal(
    'closed-by-yourself',
    '该人员的上一账号由您销户，请由另一名管理员开通。You closed the person’s account before: another administrator opens the next one.',
  );

export const staffNumberTaken = (): RegistryRefusal =>
  new RegistryRefusal('staff-number-taken', '该工号已属他人。The staff number is somebody else’s already.');

export const openedByYourself = (): RegistryRefusal =>
  new RegistryRefusal(
    'opened-by-yourself',
    '账号不由其本人、开通人或者与开通人出于一手的账号确认，须由另一名管理员或者本机关主要负责人核实其本人后确认。An account is confirmed neither by its person nor by who opened it, nor through an account of theirs: let another administrator or the agency’s principal see the person and confirm it.',
  );

export const notActivated = (): RegistryRefusal =>
  new RegistryRefusal(
    'account-not-activated',
    '该账号尚未由本人启用：先由本人凭初始密码在登录页设置自己的密码，再向其本人核实后确认。The person has not activated the account yet: let them set a password of their own on the sign-in page, ask them in person, then confirm it.',
  );

export const administratorInOffice = (): RegistryRefusal =>
  new RegistryRefusal(
    'administrator-in-office',
    '该人员是现任管理员：先由两人终止其管理员身份，再销户；账号被盗用的，在服务器上运行 anjuan admin reset。The person is an administrator: let two people end that capacity first, then close the account; if it was stolen, run anjuan admin reset on the machine.',
  );
