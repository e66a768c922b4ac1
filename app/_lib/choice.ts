/** How a person says a dropped file is to be understood: its kind, a saved mapping, or one made by hand. */
import { z } from 'zod';
import { planFor } from '@/app/imports/new/_mapping';
import type { Drop } from '@/lib/import/drops';
import { kinds } from '@/lib/import/kinds';
import type { FilePreview, Preview } from '@/lib/import/preview';
import { headersRemembered, type Mapping, mappingSchema, planOfMapping } from '@/lib/import/recognise';
import { editPart, partOfPlan } from '@/lib/import/recognise/edit';

const columnEdit = z.strictObject({
  from: z
    .union([z.strictObject({ header: z.string() }), z.strictObject({ constant: z.string() }), z.null()])
    .optional(),
  dateOrder: z.enum(['ymd', 'mdy', 'dmy']).optional(),
  values: z.record(z.string(), z.string()).optional(),
});

export const choiceSchema = z.strictObject({
  /** Position of the file in the preview. */
  place: z.number().int().min(0),
  kind: z.string(),
  /** The name of a saved mapping that is to be used as it is. */
  saved: z.string().nullable(),
  /** Under which name to remember it; empty: this once. */
  name: z.string().max(100),
  columns: z.record(z.string(), columnEdit),
  dropWhere: z.array(z.strictObject({ header: z.string(), values: z.array(z.string()) })),
});
export type Choice = z.infer<typeof choiceSchema>;

export class ChoiceError extends Error {
  constructor(
    readonly code: 'no_mapping' | 'no_file' | 'no_kind' | 'missing' | 'invalid',
    readonly columns: string[] = [],
    message = '',
  ) {
    super(message);
  }
}

export interface Chosen {
  drop: Drop;
  /** To be kept for the next time. */
  remember: Mapping | null;
}

/** The drop with the choice in it. @throws ChoiceError */
export function applyChoice(drop: Drop, preview: Preview, saved: readonly Mapping[], choice: Choice): Chosen {
  const file = preview.files[choice.place];
  if (!file) throw new ChoiceError('no_file');
  if (!kinds.some((k) => k.name === choice.kind)) throw new ChoiceError('no_kind');
  const sheets = new Set(preview.files.filter((f) => f.id === file.id).map((f) => f.sheet));
  const manySheets = sheets.size > 1;
  if (choice.saved !== null) {
    const mapping = saved.find((m) => m.name === choice.saved);
    if (!mapping) throw new ChoiceError('no_mapping');
    return { drop: withMapping(drop, file, mapping, manySheets), remember: null };
  }
  const untouched = Object.keys(choice.columns).length === 0 && choice.dropWhere.length === 0;
  if (untouched && choice.name === '' && !manySheets) {
    const { [file.file]: _, ...others } = drop.choices;
    return { drop: { ...drop, choices: { ...others, [file.file]: { kind: choice.kind } } }, remember: null };
  }
  const mapping = mappingOf(drop, preview, file, saved, choice);
  return {
    drop: withMapping(drop, file, mapping, manySheets),
    remember: choice.name === '' ? null : mapping,
  };
}

/** A file has one mapping for all its sheets; of a workbook with several each sheet finds its own by its headers. */
function withMapping(drop: Drop, file: FilePreview, mapping: Mapping, manySheets: boolean): Drop {
  const { [file.file]: _, ...others } = drop.choices;
  if (!manySheets) return { ...drop, choices: { ...others, [file.file]: { mapping } } };
  const forSheet = { ...mapping, matches: file.header.filter((h) => h !== '') };
  return { ...drop, choices: others, mappings: [forSheet, ...drop.mappings] };
}

function mappingOf(
  drop: Drop,
  preview: Preview,
  file: FilePreview,
  saved: readonly Mapping[],
  choice: Choice,
): Mapping {
  const edited = partOfPlan(planFor(drop, file, choice.kind, saved), file.header);
  // The other parts of the same sheet stay: a row of debit and credit is a sale and a payment.
  const parts = preview.files
    .filter((f) => f.id === file.id && f.sheet === file.sheet && (f === file || choice.kind === file.kind))
    .flatMap((f) =>
      f === file
        ? [editPart(edited, { columns: choice.columns, dropWhere: choice.dropWhere })]
        : f.plan
          ? [partOfPlan(f.plan, f.header)]
          : [],
    );
  const read = mappingSchema.safeParse({
    name: choice.name || file.file,
    matches: headersRemembered(parts),
    parts,
  });
  if (!read.success) throw new ChoiceError('invalid', [], z.prettifyError(read.error));
  const sample = file.sample.map(({ cells }) => ({ cells }));
  const missing = planOfMapping(read.data, file.header, sample, file.file).flatMap((p) => p.missing);
  if (missing.length > 0) throw new ChoiceError('missing', missing);
  return read.data;
}
