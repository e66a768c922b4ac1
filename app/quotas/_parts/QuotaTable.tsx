import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { useCodes } from '@/app/_components/table/ReportTable';
import { QuotaBar, QuotaCells } from '@/app/_components/ui/QuotaCells';
import { number, rate } from '@/lib/format';
import { type LimitedTier, limitedTiers } from '@/lib/rules/tiers';
import type { By, QuotaLine, QuotasModel } from '../_model';
import { limitOf, useGroup, useRoom } from './words';

interface Props {
  model: QuotasModel;
  by: By;
  lines: readonly QuotaLine[];
}

const widths = { vip: 150, preferred: 210 } as const;

/** Places held of places there are, for both tiers; each number opens exactly its customers below. */
export function QuotaTable({ model, by, lines }: Props) {
  const t = useTranslations('quotas.table');
  const codes = useCodes();
  const nameOf = useGroup();
  const binding = by === 'department';
  const scale = (tier: LimitedTier) =>
    Math.max(...lines.flatMap(({ cells }) => [cells[tier].held, cells[tier].places]));
  return (
    <table className="quota-table" data-by={by}>
      <thead>
        <tr>
          <th scope="col">{t(by)}</th>
          <th scope="col" className="right base">
            {t('base')}
          </th>
          {limitedTiers.map((tier) => (
            <Fragment key={tier}>
              <th scope="col" className={`picture ${tier}`}>
                {t('tier', { tier: codes('tier')[tier] ?? tier, limit: limitOf(model, tier) })}
              </th>
              <th scope="col" className="right held">
                {t('held')}
              </th>
              <th scope="col" className="right share">
                {t('share')}
              </th>
              <th scope="col" className={binding ? 'right room' : 'room'}>
                {t('room')}
              </th>
            </Fragment>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.group ?? ''}>
            <th scope="row" title={line.group ?? undefined}>
              {nameOf(by, line.group)}
            </th>
            <td className="right base" data-label={t('base')}>
              <ParamLink
                set={{ by, group: line.group ?? '', tier: null }}
                aria-label={t('openBase', { group: nameOf(by, line.group), n: line.base })}
              >
                {number(line.base)}
              </ParamLink>
            </td>
            {limitedTiers.map((tier) => (
              <TierCells key={tier} {...{ model, by, line, tier }} scale={scale(tier)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TierCells(props: Omit<Props, 'lines'> & { line: QuotaLine; tier: LimitedTier; scale: number }) {
  const { model, by, line, tier, scale } = props;
  const t = useTranslations('quotas.table');
  const codes = useCodes();
  const roomOf = useRoom();
  const nameOf = useGroup();
  const cell = line.cells[tier];
  const { word, tone } = roomOf(cell);
  const { chosen } = model;
  const current = chosen?.by === by && chosen.group === line.group && chosen.tier === tier;
  const Draw = by === 'department' ? QuotaCells : QuotaBar;
  const name = codes('tier')[tier] ?? tier;
  const open = {
    set: { by, group: line.group ?? '', tier },
    'aria-label': t('open', {
      group: nameOf(by, line.group),
      tier: name,
      n: cell.held,
      places: cell.places,
    }),
  };
  return (
    <>
      <td className="picture" data-current={current || undefined} data-label={name}>
        <ParamLink {...open} tabIndex={-1} aria-hidden="true">
          <Draw
            held={cell.held}
            places={cell.places}
            scale={scale}
            warns={by !== 'department'}
            width={by === 'department' ? widths[tier] : 112}
            label={`${cell.held} / ${cell.places}`}
          />
        </ParamLink>
      </td>
      <td className="right held">
        <ParamLink {...open} aria-current={current ? 'true' : undefined}>
          {number(cell.held)} / {number(cell.places)}
        </ParamLink>
      </td>
      <td className="right share">{rate(cell.share)}</td>
      <td className={by === 'department' ? 'right room' : 'room'} data-tone={tone}>
        {word}
      </td>
    </>
  );
}
