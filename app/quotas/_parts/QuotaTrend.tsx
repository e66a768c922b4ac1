import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Chart } from '@/app/_components/charts/Chart';
import { Segments } from '@/app/_components/filters/FilterBar';
import { Section } from '@/app/_components/page/Section';
import { Empty } from '@/app/_components/page/states';
import { useCodes } from '@/app/_components/table/ReportTable';
import { href } from '@/app/_lib/url';
import { MOST_LINES, quotaTrend } from '@/lib/charts/quotaTrend';
import { number, rate } from '@/lib/format';
import { type LimitedTier, limitedTiers } from '@/lib/rules/tiers';
import type { By, QuotasModel, TrendRow } from '../_model';
import { useGroup, useRoom } from './words';

interface Line {
  group: string | null;
  cells: (TrendRow | null)[];
}

function linesOf(rows: readonly TrendRow[], tier: LimitedTier, days: readonly string[]): Line[] {
  const mine = rows.filter((r) => r.tier === tier);
  const at = new Map(mine.map((r) => [JSON.stringify([r.group, r.day]), r]));
  return [...new Set(mine.map((r) => r.group))].map((group) => ({
    group,
    cells: days.map((day) => at.get(JSON.stringify([group, day])) ?? null),
  }));
}

/** Furthest beyond its limit first: these lines are drawn where there are too many. */
const beyond = (line: Line): number => {
  const now = line.cells.at(-1);
  return now ? (now.share ?? 0) - now.limit : -1;
};

const openCell = (by: By, cell: TrendRow) =>
  href('/quotas', {}, { as_of: cell.day, by, group: cell.group ?? '', tier: cell.tier });

/** Both tiers through the last eight half-years: what share of each base holds them, and held of places behind it. */
export function QuotaTrend({ model }: { model: QuotasModel }) {
  const t = useTranslations('quotas.trend');
  const { trend, params } = model;
  const by = params.by === 'department_product' ? 'department' : params.by;
  const days = [...new Set(trend.map((r) => r.day))].sort();
  if (days.length === 0) return <Empty>{t('empty')}</Empty>;
  return (
    <>
      <Section
        title={t('title')}
        note={t('note', { from: days[0] ?? '', n: days.length })}
        rule={by === 'department' ? 'Q-03' : 'Q-04'}
        tools={
          <Segments
            param="by"
            label={t('by')}
            current={by === 'department' ? null : by}
            items={[
              { value: null, label: t('department') },
              { value: 'product', label: t('product') },
            ]}
          />
        }
      >
        <div className="grid grid-cols-2 gap-x-4 px-edge max-desk:grid-cols-1">
          {limitedTiers.map((tier) => (
            <TierChart key={tier} tier={tier} by={by} lines={linesOf(trend, tier, days)} days={days} />
          ))}
        </div>
      </Section>
      {limitedTiers.map((tier) => (
        <TierTable key={tier} tier={tier} by={by} lines={linesOf(trend, tier, days)} days={days} />
      ))}
    </>
  );
}

interface TierProps {
  tier: LimitedTier;
  by: By;
  lines: Line[];
  days: string[];
}

function TierChart({ tier, by, lines, days }: TierProps) {
  const t = useTranslations('quotas.trend');
  const codes = useCodes();
  const nameOf = useGroup();
  const locale = useLocale();
  const drawn = lines.toSorted((a, b) => beyond(b) - beyond(a)).slice(0, MOST_LINES);
  const limits = days.map((_, i) => drawn.find((l) => l.cells[i])?.cells[i]?.limit ?? 0);
  const told = drawn
    .map((l) => `${nameOf(by, l.group)} ${rate(l.cells.at(-1)?.share ?? null)}`)
    .join(locale === 'en' ? ', ' : '、');
  const name = codes('tier')[tier] ?? tier;
  return (
    <figure className="m-0 min-w-0">
      <figcaption className="text-ink-2 text-table">
        {t('share', { tier: name })}
        {lines.length > drawn.length ? ` ${t('most', { n: drawn.length, all: lines.length })}` : null}
      </figcaption>
      <Chart
        height={210}
        label={t('label', { tier: name, day: days.at(-1) ?? '', told, limit: rate(limits.at(-1) ?? 0, 0) })}
        option={quotaTrend(
          drawn.map((line) => {
            const last = line.cells.at(-1);
            return {
              name: nameOf(by, line.group),
              shares: line.cells.map((c) => c?.share ?? null),
              ...(last ? { href: openCell(by, last) } : {}),
            };
          }),
          days,
          limits,
        )}
      />
    </figure>
  );
}

function TierTable({ tier, by, lines, days }: TierProps) {
  const t = useTranslations('quotas.trend');
  const codes = useCodes();
  const nameOf = useGroup();
  const roomOf = useRoom();
  return (
    <Section title={t('table', { tier: codes('tier')[tier] ?? tier })} note={t('tableNote')}>
      <div className="overflow-x-auto">
        <table className="quota-table quota-trend">
          <thead>
            <tr>
              <th scope="col">{t(by === 'product' ? 'product' : 'department')}</th>
              {days.map((day) => (
                <th key={day} scope="col" className="right">
                  {day}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.group ?? ''}>
                <th scope="row">{nameOf(by, line.group)}</th>
                {line.cells.map((cell, i) => (
                  <td key={days[i]} className="right" data-label={days[i]}>
                    {cell ? (
                      <Link
                        href={openCell(by, cell)}
                        prefetch={false}
                        data-tone={cell.headroom < 0 ? roomOf(cell).tone : undefined}
                        title={t('cell', { base: cell.base, room: roomOf(cell).word })}
                      >
                        {number(cell.held)} / {number(cell.places)}
                      </Link>
                    ) : (
                      <span className="text-ink-3">—</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
