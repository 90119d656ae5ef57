import { Text, Texts } from './text.js';

const longest = 64;

/** Id of a person of the registry. Whether there is such a person is checked later. */
export const IsPersonId = (): PropertyDecorator => Text(longest);

/** Ids of people. The law refuses a repeated one, with its article. */
export const ArePersonIds = (most: number): PropertyDecorator => Texts(most, longest);
