/** Who signed the statement of a period, and whose signature is void because the statement changed since. */
import { z } from 'zod';
import { technicianFilters } from './bonus_people';
import { statementsIn } from './bonus_statement_any';
import { signaturesUnder } from './bonus_statement_standing';
import { payPeriod } from './bonus_trace';
import { column } from './columns';
import { localTime } from './local-time';
import { listOrAll } from './params';
import { defineReport } from './report';

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
    const all = await statementsIn(ctx, p.period);
    const inFilter = (values: readonly string[] | undefined, value: string | null) =>
      listOrAll(values) === null || (value !== null && (values ?? []).includes(value));
    const sheets = all.filter(
      ({ technician: t }) => inFilter(p.department, t.department) && inFilter(p.region, t.region),
    );
    const signatures = await signaturesUnder(ctx, p.period, sheets);
    const rows = sheets.map(({ technician, payable }) => {
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
