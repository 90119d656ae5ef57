import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

const { createContext } = vm;

/**
 * Jest's environment, with globals of V8's own. Jest makes its context of an object that stands for the globals, and V8
 * then looks there for each `Array`, `Map` or `Object` that the code names: 600 ns, and 2 ns here. No spec sets a global
 * for another: each file has a context of its own as before.
 */
export default class OwnGlobals extends TestEnvironment {
  constructor(...given: ConstructorParameters<typeof TestEnvironment>) {
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(...given);
    } finally {
      vm.createContext = createContext;
    }
  }
}
