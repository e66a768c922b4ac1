import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';

const text = () => t.text().nullable();

/** Every opportunity with what it is counted, split and filtered by; what is packed is told in the file. */
export const keptOpportunities = defineQuery({
  file: 'reports/opportunities_kept.sql',
  params: {},
  row: {
    place: t.integer(),
    customer_key: t.integer().nullable(),
    grade: text(),
    department: text(),
    region: text(),
    owner: text(),
    salesperson: text(),
    product: text(),
    source: text(),
    created_closed: t.integer(),
    identified_contacted: t.integer(),
    solution_negotiation: t.integer(),
    signed_left_identified: t.integer(),
    left_contacted_left_solution: t.integer(),
    left_negotiation_flags: t.integer(),
    expected: t.decimal(18, 2),
    signed: t.decimal(18, 2),
  },
});

/** Every entry of every opportunity: days from 2000-01-01 times 8, plus the position. */
export const keptWays = defineQuery({
  file: 'reports/opportunities_ways.sql',
  params: {},
  row: { place: t.integer(), entry: t.integer() },
});

/** V-08: opportunities with the day of the first contact with a decision maker. */
export const decidersMet = defineQuery({
  file: 'reports/opportunities_met.sql',
  params: {},
  row: { place: t.integer(), met_on: t.date() },
});
