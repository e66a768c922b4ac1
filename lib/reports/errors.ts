/** The mistakes that a report can answer with; `problemOf` of the pages tells each to people. */
export { NotInForceError } from '@/lib/rules/policy';
export { QueryError } from '@/lib/warehouse/errors';
export { BadParameterError } from './params';
