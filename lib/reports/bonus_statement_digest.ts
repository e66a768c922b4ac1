/** What a signature stands for: the figures, lines and amounts of a statement, wherever they were loaded from. */
import { createHash } from 'node:crypto';
import type { Statement } from './bonus_statement_shape';

/** Two statements have one digest where nobody who signed the one could object to the other. */
export function statementDigest<F>(s: Statement<F>): string {
  const signed = [
    s.grain,
    s.period,
    s.technician.technician_id,
    s.figures,
    s.parameters.map((p) => [p.name, p.value]),
    s.lines.map((l) => [
      l.figure,
      l.source_kind,
      l.source_id,
      l.date,
      l.points,
      l.amount,
      l.counts,
      l.note,
      l.detail,
    ]),
    s.items.map((i) => [i.item_id, i.regulation, i.amount, i.payer]),
    s.adjustments.map((a) => [a.period, a.amount]),
    s.carried.map((c) => [c.kind, c.period, c.amount]),
    s.payable,
  ];
  return createHash('sha256').update(JSON.stringify(signed)).digest('hex');
}
