/** Reading export files: what the bytes are, where the table is, and its rows as text. */
export { noHeader } from './errors';
export { openSource } from './open';
export { readBatches, readRows } from './rows';
export * from './source';
