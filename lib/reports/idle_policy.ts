/** The parameters of the rules of idle customers as their query takes them. */

import type { PolicyValues } from '@/lib/rules/parameters';
import { methods } from '@/lib/rules/parameters/customers';

/** @param policy the values in force on the as-of date */
export const idleParams = (policy: PolicyValues) => ({
  // Where every method counts, which is the rule (I), the query has a shorter way.
  methods: methods.every((m) => policy['contact.methods'].includes(m))
    ? null
    : [...policy['contact.methods']],
  face_to_face: [...policy['visit.face_to_face']],
  first_within: policy['contact.first_within'],
  customer_visit_every: policy['contact.customer_visit_every'],
  intent_every: policy['contact.intent_every'],
  cold_every: policy['contact.cold_every'],
  prospect_every: policy['contact.prospect_every'],
  idle_days: policy['trade.idle_days'],
  rhythm_factor: policy['trade.rhythm_factor'],
  rhythm_min_sales: policy['trade.rhythm_min_sales'],
  value_days: policy['trade.value_days'],
});
