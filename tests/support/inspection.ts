/** An inspection on a lead, over HTTP: what the conditions of a filing rest on. It is entry 1 of the case. */
import { as, type Api, type Person } from './api.js';

/** Recorded by the first of them, signed by all. */
export const inspect = async (api: Api, id: string, officers: readonly [Person, Person]): Promise<void> => {
  const [by] = officers;
  const { body } = await as(api, by).upload('现场笔录.txt', `现场笔录 ${id}`).expect(201);
  const record = { sha256: body.sha256, name: '现场笔录.txt' };
  const scene = {
    officers: officers.map(({ person }) => person),
    signedPaper: record,
    kind: '现场笔录',
    what: '现场检查',
    place: '店内',
    credentialShown: true,
    recordSigned: true,
    record,
  };
  await as(api, by).post(`/v1/cases/${id}/evidence/record-scene`, scene).set('if-match', '"0"').expect(200);
};
