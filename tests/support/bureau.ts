/** A bureau on the running program, and its people: what most specs over HTTP begin with. */
import {
  administrator,
  register,
  registerAgency,
  startApi,
  type Api,
  type Person,
  type Server,
} from './api.js';

/** Registers somebody of the bureau with one capacity, signed in. */
export type Engage = (
  login: string,
  capacity: string,
  more?: Readonly<{ credentialTo?: string }>,
) => Promise<Person>;

export type Bureau = Readonly<{ admin: Person; agency: string; engage: Engage }>;

export const openBureau = async (
  api: Server,
  name = '朝阳区市场监督管理局',
  domain?: string,
): Promise<Bureau> => {
  const admin = await administrator(api);
  const agency = await registerAgency(api, admin, name, domain);
  const engage: Engage = (login, capacity, more = {}) =>
    register(api, admin, agency, { login, capacity, ...more });
  return { admin, agency, engage };
};

/** On a program of its own. */
export const startBureau = async (
  ...of: Parameters<typeof startApi>
): Promise<Bureau & Readonly<{ api: Api }>> => {
  const api = await startApi(...of);
  return { api, ...(await openBureau(api)) };
};

/** Another bureau of the same program. */
export const anotherBureau = (api: Server): Promise<Bureau> => openBureau(api, '海淀区市场监督管理局');
