export type Bilingual = Readonly<{ zh: string; en: string }>;

/** Chinese first, then English. */
export const said = ({ zh, en }: Bilingual): string => `${zh}。${en}.`;
