import { useTranslations } from 'next-intl';
import type { Tone } from '@/app/_components/page/Figures';
import { useCodes } from '@/app/_components/table/ReportTable';
import { rate } from '@/lib/format';
import type { By, QuotaLine, QuotasModel, ReviewRow } from '../_model';

type Cell = QuotaLine['cells']['vip'];

const tones: Partial<Record<Cell['status'], Tone>> = {
  over: 'over',
  warning: 'full',
  full: 'full',
  ok: 'ok',
};

/** The room of a cell: a word that says it, and a colour that supports the word. */
export function useRoom(): (cell: Cell) => { word: string; tone: Tone | undefined } {
  const t = useTranslations('quotas.status');
  return ({ status, headroom }) => ({ word: t(status, { n: Math.abs(headroom) }), tone: tones[status] });
}

/** A group by its name; what has none is said. */
export function useGroup(): (by: By, group: string | null | undefined) => string {
  const t = useTranslations('quotas.none');
  return (by, group) => (group === undefined ? t('all') : (group ?? t(by)));
}

/** What the review proposes, in a word with its tier: `降为合格`. */
export function useAdvice(): (
  row: Pick<ReviewRow, 'proposal' | 'proposed_tier' | 'flag'> | null,
) => string | null {
  const t = useTranslations('quotas.advice');
  const codes = useCodes();
  const tiers = codes('tier');
  // Wording takes longer than looking up, and a list has thousands of rows.
  const worded = new Map<string, string>();
  return (row) => {
    if (!row) return null;
    if (row.proposal === 'keep' && row.flag === 'watch') return t('watch');
    const { proposal, proposed_tier } = row;
    const key = `${proposal}/${proposed_tier}`;
    const text = worded.get(key) ?? t(proposal, { tier: tiers[proposed_tier ?? 'none'] ?? '' });
    worded.set(key, text);
    return text;
  };
}

/** The limit of a tier as a share: `15%`. */
export const limitOf = (model: QuotasModel, tier: 'vip' | 'preferred'): string =>
  rate(Number(model.limits[tier].value), 0);

/** The rule that a proposal of the review rests on. */
export const ruleOf = ({ proposal, tier }: Pick<ReviewRow, 'proposal' | 'tier'>): string => {
  if (proposal === 'demote') return tier === 'preferred' ? 'R-06' : 'R-05';
  return proposal === 'keep' ? 'R-08' : 'R-07';
};
