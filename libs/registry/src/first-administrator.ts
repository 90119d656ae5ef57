/** Begins the ids of the commands by which the first start enters the administrator. */
export const firstStartKey = 'first-start';
