/** What the form for reading a file by hand shows: our columns, where each is taken from, what the file has. */
import { companyMappings } from '@/app/_lib/drops';
import { one, type SearchParams } from '@/app/_lib/url';
import type { Drop } from '@/lib/import/drops';
import { kindOf, kinds } from '@/lib/import/kinds';
import type { FilePreview } from '@/lib/import/preview';
import {
  codesOf,
  foldValue,
  type LoadPlan,
  type Mapping,
  planOfMapping,
  planOfRecognition,
  recogniseKind,
} from '@/lib/import/recognise';
import { partOfPlan } from '@/lib/import/recognise/edit';
import { BadParameterError } from '@/lib/reports/errors';
import type { PreviewView } from './_model';

export interface FormColumn {
  name: string;
  zh: string;
  required: boolean;
  type: string;
  /** From where it is taken now: headers, a fixed text, or something that only the recognition can do. */
  from: { headers: string[] } | { constant: string } | { other: string } | null;
  dateOrder: string | null;
  codes: { code: string; zh: string }[] | null;
  /** Values of the file that no code bears, by header. */
  unknown: Record<string, string[]>;
  /** Their value → our code, as it is said already. */
  values: Record<string, string>;
}

export interface FormModel {
  drop: string;
  file: string;
  place: number;
  kind: string;
  kinds: { name: string; zh: string; en: string }[];
  header: string[];
  /** Some values under each header. */
  samples: Record<string, string[]>;
  columns: FormColumn[];
  drops: { header: string; values: string[] }[];
  saved: { name: string; chosen: boolean }[];
  name: string;
  /** The column that a person came for. */
  focus: string | null;
}

const SAMPLES = 3;
const UNKNOWN = 12;

export async function mappingForm(view: PreviewView, search: SearchParams): Promise<FormModel | null> {
  const file = view.preview.files[view.place];
  if (!file || file.header.length === 0) return null;
  const kindName = one(search, 'kind') ?? file.kind ?? file.candidates[0]?.kind ?? 'ledger';
  if (!kinds.some((k) => k.name === kindName)) throw new BadParameterError('kind', 'no such kind');
  const kind = kindOf(kindName);
  const saved = await companyMappings();
  const plan = planFor(view.drop, file, kindName, saved);
  const found = distinctBelow(file);
  const edit = one(search, 'edit') ?? '';
  return {
    drop: view.drop.id,
    file: file.file,
    place: view.place,
    kind: kindName,
    kinds: kinds.map(({ name, zh, en }) => ({ name, zh, en })),
    header: file.header,
    samples: Object.fromEntries([...found].map(([h, values]) => [h, values.slice(0, SAMPLES)])),
    columns: kind.columns.map((column) => {
      const planned = plan.columns.find((c) => c.column === column.name);
      const lookup = codesOf(column.type);
      const rejected = file.rejects.flatMap((r) =>
        r.column === column.name && r.code === 'unknown_code' && r.value !== null ? [r.value] : [],
      );
      return {
        name: column.name,
        zh: column.zh,
        required: column.required && column.default === undefined,
        type: column.type.is,
        from: sourceNow(plan, column.name),
        dateOrder: planned?.dateOrder ?? null,
        codes: column.type.is === 'code' ? column.type.codes.map(({ code, zh }) => ({ code, zh })) : null,
        unknown: lookup ? unknownValues(file.header, found, rejected, (v) => lookup.has(foldValue(v))) : {},
        values: planned?.values ?? {},
      };
    }),
    drops: plan.drops.map(({ header, values }) => ({ header, values })),
    saved: saved.map((m) => ({ name: m.name, chosen: m.name === file.mapping })),
    name: file.mapping ?? file.file.replace(/\.[^.]*$/, ''),
    focus: kind.columns.some((c) => c.name === edit) ? edit : null,
  };
}

/** The plan that the form goes on from: that of the file where the kind stays, else what the headers say. */
export function planFor(drop: Drop, file: FilePreview, kind: string, saved: readonly Mapping[]): LoadPlan {
  if (file.plan && file.plan.kind === kind) return file.plan;
  const sample = file.sample.map(({ cells }) => ({ cells }));
  const chosen = drop.choices[file.file]?.mapping ?? saved.find((m) => m.name === file.mapping);
  if (chosen) {
    const own = planOfMapping(chosen, file.header, sample, file.file).find((p) => p.kind === kind);
    if (own) return own;
  }
  const recognised = recogniseKind(file.header, sample, file.file, [kindOf(kind)]);
  const plans = planOfRecognition({ ...recognised, kind }, file.header);
  return (
    plans[0] ?? {
      kind,
      columns: [],
      names: [],
      drops: [],
      nulls: [],
      unpivot: null,
      unknown: [],
      missing: [],
      questions: [],
    }
  );
}

function sourceNow(plan: LoadPlan, column: string): FormColumn['from'] {
  const part = partOfPlan(plan, []);
  const source = part.columns[column];
  if (source && 'header' in source) return { headers: [source.header] };
  if (source && 'headers' in source) return { headers: source.headers };
  if (source && 'product' in source) return { other: 'product' };
  if (source) return { other: 'position' };
  const constant = part.constants[column];
  if (constant !== undefined) return { constant };
  if (plan.names.some((n) => n.column === column)) return { other: 'name' };
  if (plan.unpivot && [plan.unpivot.monthColumn, plan.unpivot.valueColumn].includes(column))
    return { other: 'months' };
  return null;
}

function distinctBelow(file: FilePreview): Map<string, string[]> {
  return new Map(
    file.header.map((h, i) => {
      const values = [...file.sample, ...file.rejects].flatMap((r) => r.cells[i] ?? []);
      return [h, [...new Set(values)]];
    }),
  );
}

function unknownValues(
  header: readonly string[],
  found: ReadonlyMap<string, string[]>,
  rejected: readonly string[],
  isKnown: (value: string) => boolean,
): Record<string, string[]> {
  return Object.fromEntries(
    header.map((h) => {
      const values = found.get(h) ?? [];
      const first = rejected.filter((v) => values.includes(v));
      return [h, [...new Set([...first, ...values.filter((v) => !isKnown(v))])].slice(0, UNKNOWN)];
    }),
  );
}
