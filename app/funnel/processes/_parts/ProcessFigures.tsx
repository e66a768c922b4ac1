import { useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { useCodes } from '@/app/_components/table/ReportTable';
import { change, number, rate } from '@/lib/format';
import { itemsHref, type ProcessModel } from '../_model';

/** Begun, finished, what share, and where most wait. */
export function ProcessFigures({ model }: { model: ProcessModel }) {
  const t = useTranslations('processes.figures');
  const codes = useCodes();
  const { rows, before, compare, stage, listed } = model;
  const [first, last] = [rows[0], rows.at(-1)];
  const [firstBefore, lastBefore] = [before[0], before.at(-1)];
  if (!first || !last) return null;
  const slowest = rows.toSorted((a, b) => (b.median_days ?? -1) - (a.median_days ?? -1))[0];
  const name = (code: string) => codes('process_stage')[code] ?? code;
  const counted = (now: number, then: number | undefined) =>
    t('before', { period: compare.period, value: number(then ?? 0), change: change(now, then ?? 0) });
  return (
    <Figures label={model.period.name}>
      <Figure
        label={t('begun')}
        rule="F-08"
        value={number(first.reached)}
        href={itemsHref(model, first.stage)}
        note={counted(first.reached, firstBefore?.reached)}
      />
      <Figure
        label={name(last.stage)}
        rule="F-08"
        value={number(last.reached)}
        href={itemsHref(model, last.stage)}
        note={counted(last.reached, lastBefore?.reached)}
      />
      <Figure
        label={t('overall')}
        rule="F-08"
        value={last.overall_rate === null ? null : rate(last.overall_rate)}
        href={itemsHref(model, last.stage)}
        note={
          last.overall_rate === null
            ? t('nothing')
            : t('beforeRate', { period: compare.period, value: rate(lastBefore?.overall_rate ?? null) })
        }
      />
      <Figure
        label={t('standing', { stage: name(stage) })}
        rule="F-08"
        value={number(listed.length)}
        href={itemsHref(model, stage, true)}
        note={t('standingNote')}
      />
      <Figure
        label={t('slowest')}
        rule="F-05"
        value={
          slowest?.median_days === null || !slowest
            ? null
            : number(slowest.median_days, slowest.median_days % 1 === 0 ? 0 : 1)
        }
        unit={t('days')}
        note={slowest?.median_days === null || !slowest ? t('noDays') : name(slowest.stage)}
      />
    </Figures>
  );
}
