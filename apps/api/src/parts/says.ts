/** What is wrong with a value, in both languages; the value itself is never repeated. */
export const says = (zh: string, en: string) => ({ message: `${zh}；${en}` });
