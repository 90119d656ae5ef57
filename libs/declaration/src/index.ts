/** Self-declared standards (企业标准自我声明公开): the acts, the file they build, and what follows from it. */
export { declaration } from './declaration.js';
