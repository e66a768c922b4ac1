/** The cell of a split as parameters: which group of which split is meant. */
import { z } from 'zod';
import { splits } from '@/lib/rules/funnel_groups';

/**
 * Without `by` all opportunities are meant; with it those of `group`, where that is absent those without a group,
 * unless `every_group` takes them all.
 */
export const groupParams = {
  by: z.enum(splits).optional(),
  group: z.string().min(1).optional(),
  every_group: z.enum(['true', 'false']).optional(),
};

export const groupOf = (p: {
  by?: string | undefined;
  group?: string | undefined;
  every_group?: string | undefined;
}) => ({
  by: p.by ?? 'none',
  group: p.group ?? null,
  every_group: p.by === undefined || p.every_group === 'true',
});
