/** The contacts of a customer up to a date, the latest first: behind last contact and last visit (I, V-05). */
import { z } from 'zod';
import { contactsOfCustomer } from '@/lib/queries/idle';
import { column, sourceColumns } from './columns';
import { asOf } from './params';
import { defineReport } from './report';
import { scopeParams } from './viewer';

/** The first row is the last contact where every method counts (V-05), the first with `face_to_face` the last visit. */
export const customerContacts = defineReport({
  name: 'customer_contacts',
  params: { as_of: asOf, customer_id: z.string().min(1) },
  columns: [
    column.text('visit_id'),
    column.date('contact_on'),
    column.code('method', 'method'),
    column.boolean('face_to_face'),
    column.code('conclusion', 'conclusion'),
    column.text('salesperson'),
    column.text('contact_name', { personal: true }),
    column.code('contact_role', 'contact_role'),
    column.text('purpose'),
    column.text('opportunity_id'),
    ...sourceColumns,
  ],
  rules: ['V-05', 'V-09'],
  run: (ctx, p) =>
    contactsOfCustomer(ctx.db, {
      as_of: p.as_of,
      customer_id: p.customer_id,
      face_to_face: [...ctx.policy.on(p.as_of)['visit.face_to_face']],
      ...scopeParams(ctx.viewer),
    }),
});
