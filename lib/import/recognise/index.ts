/** Recognising what a table is, without asking where it can be known. */
export { type FoldedHeader, foldHeader, monthOfHeader } from './fold';
export { type RecognisedColumn, type Recognition, recogniseKind, type SampleRow } from './kind';
export { headersRemembered, matchMapping, planOfMapping } from './mapped';
export * from './mapping';
export * from './plan';
export { planOfRecognition } from './planned';
export * from './vocabulary';
