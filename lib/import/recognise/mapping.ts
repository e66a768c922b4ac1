/**
 * A company's own reading of its files, made once and remembered by the file's headers. Plain JSON; the
 * work store keeps it, this module gives it its shape.
 */
import { z } from 'zod';

/** Headers are compared folded (`foldHeader`), so they may be written as the file has them. */
const source = z.union([
  z.strictObject({ header: z.string() }),
  /** The first of these headers whose cell is not null. */
  z.strictObject({ headers: z.array(z.string()).min(1) }),
  /** Amount = quantity × price. */
  z.strictObject({ product: z.tuple([z.string(), z.string()]) }),
  /**
   * The row's place among those with the same text under `within` (default: the kind's first key column);
   * `[]`: its place in the file.
   */
  z.strictObject({ generated: z.literal('position'), within: z.array(z.string()).optional() }),
]);

const options = z.strictObject({
  dateOrder: z.enum(['ymd', 'mdy', 'dmy']).optional(),
  asInteger: z.literal(true).optional(),
  decimalComma: z.literal(true).optional(),
  /** Numbers are multiplied by it; default: the unit in the header. */
  scale: z.number().positive().optional(),
  ifEmpty: z.string().optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  part: z.enum(['code', 'name']).optional(),
  owner: z.literal(true).optional(),
});

const part = z.strictObject({
  kind: z.string(),
  columns: z.record(z.string(), source),
  /** Per column of ours. */
  options: z.record(z.string(), options).default({}),
  constants: z.record(z.string(), z.string()).default({}),
  /** Our column → their value → our code; '' is null. */
  values: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** Reference columns that the file gives by name: our column → their header. */
  names: z.record(z.string(), z.string()).default({}),
  dateOrder: z.enum(['ymd', 'mdy', 'dmy']).optional(),
  decimalComma: z.literal(true).optional(),
  /** Rows left out; '' among the values is an empty cell. */
  dropWhere: z.array(z.strictObject({ header: z.string(), values: z.array(z.string()).min(1) })).default([]),
  /** Further texts that mean null in this file. */
  nulls: z.array(z.string()).default([]),
  unpivotMonths: z
    .strictObject({
      /** Our column that takes the month's value. */
      value: z.string(),
      /** Default: every header that is a month. */
      headers: z.array(z.string()).optional(),
      year: z.union([z.number().int(), z.strictObject({ header: z.string() })]).optional(),
    })
    .optional(),
});

export const mappingSchema = z.strictObject({
  name: z.string().min(1),
  /** Headers by which the mapping is remembered (compared folded): all of them are in the file. */
  matches: z.array(z.string()).min(1),
  /** One file may feed several kinds, or one kind twice: an invoice row is a sale and a payment. */
  parts: z.array(part).min(1),
});

export type Mapping = z.infer<typeof mappingSchema>;
/** As it is written by hand, with what has a default left out. */
export type MappingInput = z.input<typeof mappingSchema>;
export type MappingPart = z.infer<typeof part>;
export type MappingSource = z.infer<typeof source>;
export type MappingOptions = z.infer<typeof options>;
