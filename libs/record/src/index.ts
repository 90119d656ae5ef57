/** Reading the record: which stream is whose, what a stored event says, what readers are not shown, folds that are kept. */
export { BoundedCache } from './bounded-cache.js';
export { cureOf } from './cures.js';
export { decoded, EventUnknown, shapeKnown, type Shape, type Stored } from './decoding.js';
export { hashesIn } from './hashes.js';
export { hiddenOf, shownOf } from './hidden.js';
export { KeptFolds, type Fold, type Folded } from './kept-folds.js';
export { allActs, procedures } from './procedures.js';
export { provisions, provisionsByAct, type Demanded } from './provisions.js';
export { readRecord, recordOf, withoutPersonal, type Standing } from './reading.js';
export { idIn, streamOf } from './streams.js';
