/** What the policy says of contacts, as the reading of contacts takes it. */
import type { PolicyValues } from '@/lib/rules/parameters';
import { methods } from '@/lib/rules/parameters/customers';

/** The methods that count as a contact (I); null: all of them, the nameless too. */
export const countedMethods = (policy: PolicyValues): string[] | null =>
  methods.every((m) => policy['contact.methods'].includes(m)) ? null : [...policy['contact.methods']];
