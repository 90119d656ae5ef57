/** The words of jest that the specs of the law use, said to mocha: `expect`, `it.each`, `describe.each`. */
import { expect } from 'expect';
import { bind } from 'jest-each';
import Mocha, { type Suite } from 'mocha';

Object.assign(globalThis, { expect });

const { bdd } = Mocha.interfaces;

Mocha.interfaces['jest-words'] = (suite: Suite) => {
  bdd(suite);
  suite.on('pre-require', (context) => {
    Object.assign(context.it, { each: bind(context.it, false) });
    Object.assign(context.describe, { each: bind(context.describe, false) });
    Object.assign(context, { test: context.it });
  });
};
