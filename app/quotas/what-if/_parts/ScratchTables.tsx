import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { Section } from '@/app/_components/page/Section';
import { Empty } from '@/app/_components/page/states';
import { useCodes } from '@/app/_components/table/ReportTable';
import { QuotaBar, QuotaCells } from '@/app/_components/ui/QuotaCells';
import { number } from '@/lib/format';
import type { Quota } from '@/lib/rules/quota';
import { limitedTiers } from '@/lib/rules/tiers';
import { isTouched, type ScratchLine, type WhatIfModel } from '../_model';
import '../../_parts/quotas.css';
import './what-if.css';

const tones = { over: 'over', warning: 'full', full: 'full', ok: 'ok', none: undefined } as const;

/** The departments, and the products that the moves change: each quota before and after. */
export function ScratchTables({ model }: { model: WhatIfModel }) {
  const t = useTranslations('what_if');
  if (model.departments.length === 0) return <Empty>{t('empty')}</Empty>;
  return (
    <div className="@container flex-none">
      <Section title={t('departments')} note={t('departmentsNote')} rule="Q-03">
        <ScratchTable current={model.department} lines={model.departments} by="department" />
      </Section>
      {model.products.length > 0 ? (
        <Section title={t('products', { n: model.products.length })} note={t('productsNote')} rule="Q-04">
          <ScratchTable current={model.department} lines={model.products} by="product" />
        </Section>
      ) : null}
    </div>
  );
}

interface Props {
  /** The department that is shown. */
  current: string | null;
  lines: readonly ScratchLine[];
  by: 'department' | 'product';
}

/** Each quota of departments or products before and after; a department leads to its customers. */
export function ScratchTable({ current, lines, by }: Props) {
  const t = useTranslations('what_if');
  const codes = useCodes();
  const Draw = by === 'department' ? QuotaCells : QuotaBar;
  return (
    <table className="quota-table scratch-table" data-by={by}>
      <thead>
        <tr>
          <th scope="col">{t(`by.${by}`)}</th>
          <th scope="col" className="right base">
            {t('base')}
          </th>
          {limitedTiers.map((tier) => (
            <Fragment key={tier}>
              <th scope="col" className={`picture ${tier}`}>
                {t('after', { tier: codes('tier')[tier] ?? tier })}
              </th>
              <th scope="col" className="right held">
                {t('held')}
              </th>
              <th scope="col" className="right room">
                {t('room')}
              </th>
            </Fragment>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.group ?? ''} data-touched={isTouched(line) || undefined}>
            <th scope="row" title={line.group ?? undefined}>
              {by === 'department' && line.group !== null ? (
                <ParamLink
                  set={{ department: line.group }}
                  aria-current={line.group === current ? 'true' : undefined}
                >
                  {line.group}
                </ParamLink>
              ) : (
                (line.group ?? t('none'))
              )}
            </th>
            <td className="right base" data-label={t('base')}>
              <Change from={line.base} to={line.base_after} />
            </td>
            {limitedTiers.map((tier) => {
              const cell = line.cells[tier];
              const scale = Math.max(
                ...lines.flatMap((l) => [l.cells[tier].held_after, l.cells[tier].places_after]),
              );
              const name = codes('tier')[tier] ?? tier;
              return (
                <Fragment key={tier}>
                  <td className="picture" data-label={name}>
                    <Draw
                      held={cell.held_after}
                      places={cell.places_after}
                      scale={scale}
                      warns={by === 'product'}
                      width={by === 'product' ? 72 : tier === 'vip' ? 110 : 150}
                      label={`${name} ${cell.held_after} / ${cell.places_after}`}
                    />
                  </td>
                  <td className="right held">
                    {cell.held !== cell.held_after || cell.places !== cell.places_after ? (
                      <span className="before">
                        {number(cell.held)}/{number(cell.places)} →{' '}
                      </span>
                    ) : null}
                    {number(cell.held_after)} / {number(cell.places_after)}
                  </td>
                  <td className="right room">
                    {cell.status !== cell.status_after || cell.headroom !== cell.headroom_after ? (
                      <span className="before">
                        <Room status={cell.status} headroom={cell.headroom} plain /> →{' '}
                      </span>
                    ) : null}
                    <Room status={cell.status_after} headroom={cell.headroom_after} />
                  </td>
                </Fragment>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Change({ from, to }: { from: number; to: number }) {
  return (
    <>
      {from === to ? null : <span className="before">{number(from)} → </span>}
      {number(to)}
    </>
  );
}

function Room({ status, headroom, plain }: Pick<Quota, 'status' | 'headroom'> & { plain?: boolean }) {
  const t = useTranslations('quotas.status');
  return <span data-tone={plain ? undefined : tones[status]}>{t(status, { n: Math.abs(headroom) })}</span>;
}
