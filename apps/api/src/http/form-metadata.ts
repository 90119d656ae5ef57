import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type LookUp = Storage['getTargetValidationMetadatas'];

/**
 * For every form and each of its parts class-validator goes through the rules of all forms there are, in search of
 * inherited ones, at every validation anew. The rules of a class are all there once it is declared: they are looked up once.
 */
export const lookUpRulesOnce = (storage: Storage = getMetadataStorage()): void => {
  const lookUp: LookUp = storage.getTargetValidationMetadatas.bind(storage);
  const known = new WeakMap<object, ReturnType<LookUp>>();
  storage.getTargetValidationMetadatas = (form, schema, always, strictGroups, groups) => {
    // A schema or groups would be another question; no form here has any.
    if (schema || always || strictGroups || groups?.length)
      return lookUp(form, schema, always, strictGroups, groups);
    const rules = known.get(form) ?? lookUp(form, schema, always, strictGroups, groups);
    known.set(form, rules);
    return rules;
  };
};
