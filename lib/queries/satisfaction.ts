/** Satisfaction cards by technician (S-06). */
import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { source } from './customer-filters';

const days = { from: t.date(), until: t.date(), as_of: t.date() };

export const satisfactionOf = defineQuery({
  file: 'reports/satisfaction.sql',
  params: days,
  row: {
    technician_id: t.text(),
    calls: t.integer(),
    sent: t.integer(),
    cards: t.integer(),
    attitude: t.double().nullable(),
    skill: t.double().nullable(),
    arrival: t.double().nullable(),
    promises: t.double().nullable(),
  },
});

export const satisfactionCardsOf = defineQuery({
  file: 'reports/satisfaction_cards.sql',
  params: { ...days, technicians: t.list(t.text()) },
  row: {
    call_id: t.text(),
    technician_id: t.text().nullable(),
    name: t.text().nullable(),
    customer_id: t.text(),
    customer_name: t.text().nullable(),
    called_on: t.date(),
    returned_on: t.date().nullable(),
    attitude: t.integer().nullable(),
    skill: t.integer().nullable(),
    arrival: t.integer().nullable(),
    promises: t.integer().nullable(),
    comment: t.text().nullable(),
    ...source,
  },
});
