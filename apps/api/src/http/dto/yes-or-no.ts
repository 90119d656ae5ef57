import { Shaped } from './shaped.js';

/** `true` or `false`, never a word or a number for it. */
export const YesOrNo = (): PropertyDecorator =>
  Shaped({
    name: 'isYesOrNo',
    holds: (value) => typeof value === 'boolean',
    says: '须为 true 或 false；true or false',
    shown: { type: 'boolean' },
    bytes: () => 5,
  });
