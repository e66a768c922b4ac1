import Decimal from 'decimal.js';
import { useLocale, useTranslations } from 'next-intl';
import { BarList } from '@/app/_components/charts/BarList';
import { Aside } from '@/app/_components/page/Page';
import { monthName, signed } from '@/lib/format';
import type { RunModel } from '../_model';
import { RunSteps } from './RunSteps';

/** Beside the table: the steps, then what moved since the month before. */
export function RunRail({ model }: { model: RunModel }) {
  const t = useTranslations('bonus_run');
  const locale = useLocale();
  const moved = model.bridge.map((b) => ({ ...b, delta: new Decimal(b.now).minus(b.before) }));
  return (
    <Aside label={t('steps.label')} width={292}>
      <RunSteps model={model} steps={model.month} />
      <div className="border-line border-b px-5 py-3">
        <BarList
          title={t('bridge.title', { month: monthName(model.before.period, locale) })}
          heads={[t('bridge.unit')]}
          rows={moved
            .filter((b) => !b.delta.isZero())
            .map((b) => ({
              key: b.part,
              label: t(`bridge.${b.part}`),
              value: b.delta.abs().toNumber(),
              figures: [signed(b.delta.toFixed(2), 2)],
            }))}
        />
      </div>
      <RunSteps model={model} steps={model.parts} />
    </Aside>
  );
}
