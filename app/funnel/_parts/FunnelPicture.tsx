import { useLocale, useTranslations } from 'next-intl';
import { Chart } from '@/app/_components/charts/Chart';
import { FunnelBars, type FunnelCell } from '@/app/_components/charts/FunnelBars';
import { Section } from '@/app/_components/page/Section';
import { useCodes } from '@/app/_components/table/ReportTable';
import { NoDeals } from '@/app/pipeline/_parts/NoDeals';
import { retentionLines } from '@/lib/charts/retentionLines';
import { moneyInColumn, number, rate, ratePoints } from '@/lib/format';
import type { FunnelRow } from '@/lib/reports/funnel';
import { stages } from '@/lib/rules/funnel';
import { cellHref, type FunnelGroup, type FunnelModel, filters } from '../_model';
import { groupColor, useGroupName } from './names';
import { PictureOrTable } from './PictureOrTable';

/** Up to so many groups there is room for the decimals of amounts. */
const ROOMY = 4;

/** Where bars and lines stand side by side: six groups need more room than four. Printed, one stands below the other. */
const rooms = {
  few: {
    both: 'desk:@min-[1000px]:grid desk:@min-[1000px]:grid-cols-[minmax(0,1fr)_minmax(320px,26%)] print:block!',
    lines: 'desk:@min-[1000px]:block print:block!',
  },
  many: {
    both: 'desk:@min-[1176px]:grid desk:@min-[1176px]:grid-cols-[minmax(0,1fr)_minmax(320px,26%)] print:block!',
    lines: 'desk:@min-[1176px]:block print:block!',
  },
};

/** Of each step, the group that loses most stands out: the lowest step rate among those shown. */
function weakest(groups: readonly FunnelGroup[], position: number): number | null {
  const rates = groups.flatMap((g) => g.rows[position - 1]?.step_rate ?? []);
  return rates.length > 1 ? Math.min(...rates) : null;
}

/** Bars per group and stage with a tick of the period compared with, and how much of each group stays. */
export function FunnelPicture({ model }: { model: FunnelModel }) {
  const t = useTranslations('funnel');
  const units = useTranslations('columns.units');
  const codes = useCodes();
  const locale = useLocale();
  const nameOf = useGroupName(model.params.by);
  const { pictured, groups, whole, compare } = model;
  const stageNames = stages.map((stage) => codes('stage')[stage] ?? stage);

  if (model.summary.created === 0) {
    return (
      <Section title={t('bars.title')}>
        <NoDeals params={model.params}>{t('empty', { period: model.period.name })}</NoDeals>
      </Section>
    );
  }
  const narrow = pictured.length > ROOMY;
  const room = narrow ? rooms.many : rooms.few;
  const cell = (row: FunnelRow, before: FunnelRow | undefined, group?: string | null): FunnelCell => ({
    share: row.overall_rate,
    // All begin with the whole of their own entries: a tick there would say nothing.
    before: compare.on && row.position > 1 ? before?.overall_rate : undefined,
    count: number(row.reached),
    rate: row.position === 1 ? t('bars.deals') : rate(row.overall_rate),
    amount: narrow ? wholeUnits(row.amount, locale) : moneyInColumn(row.amount, locale),
    href: row.reached > 0 ? cellHref(model, row.stage, group) : undefined,
    step:
      row.step_rate === null
        ? undefined
        : {
            rate: rate(row.step_rate),
            change:
              typeof before?.step_rate === 'number'
                ? ratePoints(difference(row.step_rate, before.step_rate), locale)
                : undefined,
            weak: group !== undefined && row.step_rate === weakest(pictured, row.position),
          },
  });
  const { params } = model;
  const param = filters.find((f) => f === params.by);
  /** A group's name filters the page by it; of the one that is chosen it ends the filter. */
  const filterBy = (group: string | null) => {
    if (param === undefined || group === null) return {};
    const chosen = params[param]?.length === 1 && params[param][0] === group;
    return {
      set: { [param]: chosen ? null : group, row: null },
      title: t(chosen ? 'bars.all' : 'bars.only', { group: nameOf(group) }),
    };
  };
  const bars = [
    {
      key: 'whole',
      label: t('whole'),
      color: 'var(--bar-all)',
      cells: whole.rows.map((row, i) => cell(row, whole.before[i])),
    },
    ...pictured.map((g, place) => ({
      key: `group:${g.group ?? ''}`,
      label: nameOf(g.group),
      color: groupColor(model.params.by, g.group, place),
      ...filterBy(g.group),
      cells: g.rows.map((row, i) => cell(row, g.before[i], g.group)),
    })),
  ];
  const lines = [
    ...pictured.map((g, place) => ({
      name: nameOf(g.group),
      color: groupColor(model.params.by, g.group, place),
      rates: g.rows.map((row) => row.overall_rate),
    })),
    {
      name: t('whole'),
      color: 'var(--ink)',
      rates: whole.rows.map((row) => row.overall_rate),
      whole: true as const,
    },
  ];
  const note = compare.on
    ? t('bars.noteCompared', { period: compare.period, unit: units('wan') })
    : t('bars.note', { unit: units('wan') });
  const values = lines
    .map((line) => t('lines.value', { name: line.name, rate: rate(line.rates.at(-1) ?? null) }))
    .join(locale === 'en' ? ', ' : '，');
  return (
    <div className="@container flex-none border-line border-b">
      <div className={room.both}>
        <Section
          title={t('bars.title')}
          note={
            pictured.length < groups.length
              ? `${t('bars.largest', { n: pictured.length, all: groups.length })} · ${note}`
              : note
          }
          tools={<PictureOrTable current={null} />}
        >
          <FunnelBars
            label={t('bars.label', { by: t(`by.${model.params.by}`) })}
            stages={stageNames}
            groups={bars}
          />
        </Section>
        {/* Beside an open drawer the bars need the room; the same rates stand in them. */}
        <div
          className={`border-line border-l pb-2 max-desk:border-l-0 print:border-l-0 desk:hidden ${room.lines}`}
        >
          <Section title={t('lines.title')} note={t('lines.note')}>
            <div className="px-3">
              <Chart
                height={286}
                label={t('lines.label', { values })}
                option={retentionLines(
                  lines,
                  stages.map((stage) => t(`lines.short.${stage}`)),
                )}
              />
            </div>
          </Section>
        </div>
      </div>
    </div>
  );
}

/** Whole 万元 or CNY k, where columns are many; the table has the exact ones. */
const wholeUnits = (yuan: string, locale: string) => number(`${yuan}e${locale === 'en' ? -3 : -4}`);

/** Of two rates as their report gives them, free of the dust of binary subtraction. */
const difference = (now: number, before: number): number => Number((now - before).toFixed(12));
