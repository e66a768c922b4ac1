import { useLocale, useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { Section } from '@/app/_components/page/Section';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import { money, number } from '@/lib/format';
import type { PolicyValues } from '@/lib/rules/parameters';
import { methods } from '@/lib/rules/parameters/customers';
import { cellKey, type MatrixCell } from '../_matrix';
import type { DueModel } from '../_model';
import './matrix.css';

interface Props {
  model: DueModel;
  /** The values in force on the as-of date: which contacts count is said beside the picture. */
  policy: Pick<PolicyValues, 'contact.methods' | 'visit.face_to_face'>;
}

/** Regions against salespeople: how many customers, and under it what is at stake; a cell filters to exactly them. */
export function DueMatrix({ model, policy }: Props) {
  const t = useTranslations('idledue.matrix');
  const none = useTranslations('idle.none');
  const locale = useLocale();
  const { matrix, params } = model;
  const [region] = params.region?.length === 1 ? params.region : [undefined];
  const [owner] = params.owner?.length === 1 ? params.owner : [undefined];
  const top = Math.max(0, ...[...matrix.cells.values()].map((c) => Number(c.stake)));
  if (matrix.regions.length === 0) return null;
  const best = [...matrix.regions].sort((a, b) => b.whole.count - a.whole.count)[0];
  return (
    <div className="flex-none border-line border-b pb-2 max-desk:hidden print:hidden">
      <Section
        title={t('title')}
        note={matrix.hiddenOwners > 0 ? t('noteMore', { n: matrix.hiddenOwners }) : t('note')}
        rule="I-09"
        tools={<WhatCounts policy={policy} />}
      >
        <div className="matrix-room">
          <table className="matrix">
            <thead>
              <tr>
                <td />
                {matrix.owners.map((o) => (
                  <th key={o.value ?? ''} scope="col">
                    {o.value === null ? (
                      <span data-tone="full">{none('owner')}</span>
                    ) : (
                      <ParamLink
                        set={{ owner: owner === o.value ? null : o.value }}
                        aria-current={owner === o.value ? 'true' : undefined}
                        title={o.value}
                      >
                        {o.value}
                      </ParamLink>
                    )}
                  </th>
                ))}
                <th scope="col" className="whole">
                  {t('whole')}
                </th>
              </tr>
            </thead>
            <tbody>
              {matrix.regions.map((r) => (
                <tr key={r.value ?? ''}>
                  <th scope="row">
                    {r.value === null ? (
                      none('region')
                    ) : (
                      <ParamLink
                        set={{ region: region === r.value ? null : r.value }}
                        aria-current={region === r.value ? 'true' : undefined}
                      >
                        {r.value}
                      </ParamLink>
                    )}
                  </th>
                  {matrix.owners.map((o) => (
                    <Cell
                      key={o.value ?? ''}
                      cell={matrix.cells.get(cellKey(r.value, o.value))}
                      top={top}
                      region={r.value}
                      owner={o.value}
                      current={region === r.value && owner === o.value}
                    />
                  ))}
                  <td className="whole" title={money(r.whole.stake, locale)}>
                    {number(r.whole.count)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="sr-only">
          {best
            ? t('sentence', {
                region: best.value ?? none('region'),
                n: best.whole.count,
                amount: money(best.whole.stake, locale),
              })
            : null}
        </p>
      </Section>
    </div>
  );
}

/** Which contacts count: the policy in force. */
function WhatCounts({ policy }: Pick<Props, 'policy'>) {
  const t = useTranslations('idledue.counts');
  const codes = useCodes();
  const comma = useLocale() === 'en' ? ', ' : '、';
  const words = (list: readonly string[]) => list.map((m) => codes('method')[m] ?? m).join(comma);
  const counting = policy['contact.methods'];
  return (
    <p className="text-ink-3 text-note">
      {methods.every((m) => counting.includes(m)) ? t('all') : t('some', { methods: words(counting) })}{' '}
      <RuleRef id="V-05" /> · {t('met', { methods: words(policy['visit.face_to_face']) })}{' '}
      <RuleRef id="I-02" />
    </p>
  );
}

interface CellProps {
  cell: MatrixCell | undefined;
  top: number;
  region: string | null;
  owner: string | null;
  current: boolean;
}

function Cell({ cell, top, region, owner, current }: CellProps) {
  const t = useTranslations('idledue.matrix');
  const locale = useLocale();
  if (!cell) return <td className="none">·</td>;
  const share = top > 0 ? Math.max(0, (Number(cell.stake) / top) * 100) : 0;
  const named = region !== null && owner !== null;
  return (
    <td>
      {named ? (
        <ParamLink
          set={current ? { region: null, owner: null } : { region, owner }}
          aria-current={current ? 'true' : undefined}
          title={t('cell', { region, owner, n: cell.count, amount: money(cell.stake, locale) })}
        >
          {number(cell.count)}
        </ParamLink>
      ) : (
        number(cell.count)
      )}
      <i style={{ width: `${share}%` }} aria-hidden="true" />
    </td>
  );
}
