/** Who signed the statement of a period, and whose signature is void because the statement changed since. */
import { z } from 'zod';
import { bonusSignatures } from '@/lib/work/bonus_signatures';
import { openWorkStore } from '@/lib/work/store';
import { checkedPeriod, type TechnicianFilters, technicianFilters } from './bonus_people';
import { runPeople } from './bonus_run_pay';
import { statementsIn } from './bonus_statement_any';
import type { StatementPerson } from './bonus_statement_shape';
import { type StandingSignature, signaturesUnder } from './bonus_statement_standing';
import { payPeriod } from './bonus_trace';
import { column } from './columns';
import { localTime } from './local-time';
import { listOrAll } from './params';
import { defineReport, type ReportContext } from './report';

export const signatureStates = ['void', 'unsigned', 'signed'] as const;

/** Everybody with a statement, by number; amounts in yuan. */
export const bonusSigned = defineReport({
  name: 'bonus_signed',
  params: { period: payPeriod, signature: z.array(z.enum(signatureStates)).optional(), ...technicianFilters },
  columns: [
    column.text('technician_id'),
    column.text('name'),
    column.code('role', 'role'),
    column.text('department'),
    column.text('region'),
    column.code('signature', 'signature_state'),
    column.text('signed_by'),
    column.instant('signed_at'),
    column.money('signed_for'),
    column.money('payable'),
  ],
  rules: ['B-10', 'B-12', 'B-13'],
  async run(ctx, p) {
    const { signatures, people } = await peopleSigned(ctx, p);
    const rows = people.map(({ payable, ...technician }) => {
      const signature = signatures.get(technician.technician_id);
      const state: (typeof signatureStates)[number] = !signature
        ? 'unsigned'
        : signature.void
          ? 'void'
          : 'signed';
      return {
        ...technician,
        signature: state,
        signed_by: signature?.by ?? null,
        signed_at: signature ? localTime(signature.at) : null,
        signed_for: signature?.payable ?? null,
        payable,
      };
    });
    const wanted = p.signature?.length ? new Set<string>(p.signature) : null;
    return wanted ? rows.filter((row) => wanted.has(row.signature)) : rows;
  },
});

interface Signed {
  people: (StatementPerson & { payable: string | null })[];
  signatures: Map<string, StandingSignature>;
}

/** Whole statements are made only where a signature has to be held against them. */
async function peopleSigned(ctx: ReportContext, p: { period: string } & TechnicianFilters): Promise<Signed> {
  const standing = await bonusSignatures(await openWorkStore(ctx.db.dir), p.period);
  if (standing.size === 0 && checkedPeriod(p.period).grain === 'month') {
    const people = await runPeople(ctx, p.period, p);
    return {
      signatures: new Map(),
      people: people.map(({ technician_id, name, role, department, region, pay }) => ({
        technician_id,
        name,
        role,
        department,
        region,
        payable: pay.payable,
      })),
    };
  }
  const inFilter = (values: readonly string[] | undefined, value: string | null) =>
    listOrAll(values) === null || (value !== null && (values ?? []).includes(value));
  const sheets = (await statementsIn(ctx, p.period)).filter(
    ({ technician: t }) => inFilter(p.department, t.department) && inFilter(p.region, t.region),
  );
  return {
    signatures: await signaturesUnder(ctx, p.period, sheets),
    people: sheets.map(({ technician, payable }) => ({ ...technician, payable })),
  };
}
