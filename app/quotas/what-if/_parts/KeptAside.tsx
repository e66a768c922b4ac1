import { useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { Aside } from '@/app/_components/page/Page';
import { useCodes } from '@/app/_components/table/ReportTable';
import { href } from '@/app/_lib/url';
import { minute } from '@/lib/format';
import { readMove } from '@/lib/rules/quota_what_if';
import type { MovedRow, WhatIfModel } from '../_model';
import { KeepForm } from './KeepForm';
import { RemoveKept } from './RemoveKept';

/** The moves of the scratch copy, keeping it, and those that were kept. */
export function KeptAside({ model }: { model: WhatIfModel }) {
  const t = useTranslations('what_if');
  const { moved, moves, from, kept, as_of } = model;
  const own = new Set(moves.map((text) => readMove(text)?.customer_id));
  return (
    <Aside label={t('aside')} width={300}>
      <div className="px-4 py-2.5">
        <h2 className="text-[13px]">{t('moves', { n: moved.length })}</h2>
        {from ? <p className="text-ink-3 text-note">{t('startsFrom', { name: from.name })}</p> : null}
        {moved.length === 0 ? <p className="text-ink-3 text-table">{t('noMoves')}</p> : null}
        <ul className="my-1 max-h-[280px] overflow-y-auto text-table">
          {moved.map((m) => (
            <li key={m.customer_id} className="flex items-baseline gap-2 border-line border-b py-0.5">
              <span className="min-w-0 flex-1 truncate" title={m.name}>
                {m.name}
              </span>
              <Deed move={m} />
              {own.has(m.customer_id) ? (
                <ParamLink
                  aria-label={t('takeBack', { name: m.name })}
                  className="px-1 text-ink-3"
                  set={{ move: moves.filter((text) => readMove(text)?.customer_id !== m.customer_id) }}
                >
                  ×
                </ParamLink>
              ) : null}
            </li>
          ))}
        </ul>
        {moved.length > 0 ? (
          <KeepForm
            asOf={as_of}
            moves={[...(from?.moves ?? []), ...moves]}
            suggested={t('suggested', { day: as_of, n: moved.length })}
          />
        ) : null}
        <h2 className="mt-4 text-[13px]">{t('kept', { n: kept.length })}</h2>
        {kept.length === 0 ? <p className="text-ink-3 text-table">{t('noneKept')}</p> : null}
        <ul className="text-table">
          {kept.map((s) => (
            <li key={s.id} className="border-line border-b py-1 last:border-b-0">
              <p className="flex gap-2">
                <a
                  className="min-w-0 flex-1 truncate text-accent"
                  aria-current={from?.id === s.id ? 'true' : undefined}
                  href={href('/quotas/what-if', {}, { as_of: s.asOf, scenario: String(s.id) })}
                >
                  {s.name}
                </a>
                <RemoveKept id={s.id} name={s.name} />
              </p>
              <p className="text-ink-3 text-note">
                {t('keptBy', {
                  by: s.keptBy,
                  at: minute(s.keptAt.slice(0, 19).replace('T', ' ')),
                  n: s.moves.length,
                })}
                {s.why ? ` · ${s.why}` : null}
              </p>
            </li>
          ))}
        </ul>
      </div>
    </Aside>
  );
}

function Deed({ move }: { move: MovedRow }) {
  const codes = useCodes();
  const t = useTranslations('what_if');
  if (move.deed === 'none' || move.deed === 'listed') {
    return <span data-tone={move.deed === 'listed' ? 'full' : undefined}>{t(`deed.${move.deed}`)}</span>;
  }
  return (
    <span className="flex-none text-ink-2">
      {codes('tier')[move.tier ?? 'none']} → <b>{codes('scratch_tier')[move.scratch_tier]}</b>
    </span>
  );
}
