import { uuid } from '../path-ids.js';
import { ShapedText } from './shaped-text.js';

export const uuidLength = 36;

/** The id of something of this program; `says` of what, in Chinese；English. */
export const IsUuid = (says: string): PropertyDecorator => ShapedText(uuid, says, uuidLength);
