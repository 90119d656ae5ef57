import { Text, Texts } from './text.js';

const longest = 64;

/** Id of a person of the registry. Whether there is such a person is asked later. */
export const IsPersonId = (): PropertyDecorator => Text(longest);

/** Ids of people. That one of them stands there twice is the law's to refuse, with its article. */
export const ArePersonIds = (most: number): PropertyDecorator => Texts(most, longest);
