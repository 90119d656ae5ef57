/** A text for people: Chinese first, English second. */
export type Bilingual = Readonly<{ zh: string; en: string }>;

export const both = ({ zh, en }: Bilingual): string => `${zh}\n${en}`;
export const inLine = ({ zh, en }: Bilingual): string => `${zh} · ${en}`;
