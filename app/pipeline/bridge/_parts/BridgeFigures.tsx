import { useLocale, useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { useCodes } from '@/app/_components/table/ReportTable';
import { money, moneyExact, moneyParts, number } from '@/lib/format';
import type { BridgeRow } from '@/lib/reports/bridge';
import type { Movement } from '@/lib/rules/bridge';
import { type BridgeModel, movedHref } from '../_model';

/** Grown and shrunk stand in one figure, so that all fit in a row. */
const shown = ['opening', 'new', 'grown', 'signed', 'lost', 'closing'] as const;
const signs: Partial<Record<Movement, string>> = { new: '+', grown: '+', signed: '\u2212', lost: '\u2212' };

const at = (rows: readonly BridgeRow[], movement: Movement): BridgeRow =>
  rows.find((r) => r.movement === movement) ?? { movement, count: 0, amount: '0.00' };

/** The movements in figures, each opening its opportunities, a year before beside them. */
export function BridgeFigures({ model }: { model: BridgeModel }) {
  const t = useTranslations('bridge.figures');
  const locale = useLocale();
  const codes = useCodes();
  return (
    <Figures label={t('label')}>
      {shown.map((movement) => {
        const { amount, count } = at(model.rows, movement);
        const parts = moneyParts(amount, locale);
        const shrunk = at(model.rows, 'shrunk');
        return (
          <Figure
            key={movement}
            label={codes('movement')[movement] ?? movement}
            rule={movement === 'opening' || movement === 'closing' ? 'F-02' : 'F-03'}
            value={parts.number}
            prefix={[signs[movement], parts.prefix].filter(Boolean).join(' ') || undefined}
            unit={parts.unit}
            exact={moneyExact(amount, locale)}
            href={movedHref(model, movement)}
            note={
              movement === 'grown'
                ? t('shrunk', { amount: money(shrunk.amount, locale), n: shrunk.count })
                : t('before', {
                    n: number(count),
                    amount: money(at(model.before, movement).amount, locale),
                  })
            }
          />
        );
      })}
    </Figures>
  );
}
