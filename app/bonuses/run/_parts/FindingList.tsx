'use client';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { Button } from '@/app/_components/ui/Button';
import { toast } from '@/app/_components/ui/toast';
import { Outcome, useWho, Who } from '@/app/_components/ui/Who';
import { findingsWaived } from '../_actions';

interface Key {
  finding: string;
  technician_id: string;
  source_kind: string;
  source_id: string;
}

interface Row extends Key {
  title: string;
  note: string;
  amount: string | null;
  href: string | null;
  waived: { by: string; at: string; why: string } | null;
}

interface Props {
  period: string;
  /** Nothing can be decided here; `why` says so. */
  fixed: boolean;
  why: string | null;
  rows: readonly Row[];
  /** Open ones that are not listed: waved through with the others. */
  rest: readonly Key[];
}

const idOf = (k: Key) => `${k.technician_id} ${k.source_kind} ${k.source_id}`;
const bare = ({ finding, technician_id, source_kind, source_id }: Key): Key => ({
  finding,
  technician_id,
  source_kind,
  source_id,
});

/** Findings to wave through, all of them unless some are unticked; the way back is in the toast and on each. */
export function FindingList({ period, fixed, why, rows, rest }: Props) {
  const t = useTranslations('bonus_run.findings');
  const words = useTranslations('bonus_run');
  const who = useWho();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const open = rows.filter((r) => r.waived === null);
  const chosen = [...open.filter((r) => !left.has(idOf(r))), ...rest].map(bare);

  const decide = (keys: Key[], because: string, again: boolean) =>
    start(async () => {
      who.keep();
      const state = await findingsWaived(period, keys, who.name, because, again);
      setProblem(state.problem);
      if (!state.done) return;
      setReason('');
      toast({
        text: state.done,
        ...(again ? {} : { undo: () => decide(keys, words('undone'), true) }),
      });
    });
  const tick = (id: string, on: boolean) => {
    const next = new Set(left);
    if (on) next.delete(id);
    else next.add(id);
    setLeft(next);
  };
  return (
    <>
      <ul className="text-table">
        {rows.map((row) => (
          <li key={idOf(row)} className="flex items-start gap-2 border-line border-b py-1.5">
            {fixed || row.waived ? (
              <span aria-hidden="true" className="w-4 text-ink-3">
                {row.waived ? '✓' : '·'}
              </span>
            ) : (
              <input
                type="checkbox"
                className="mt-1 w-4"
                checked={!left.has(idOf(row))}
                aria-label={row.title}
                onChange={(event) => tick(idOf(row), event.target.checked)}
              />
            )}
            <div className="min-w-0 flex-1">
              <p>
                {row.href ? (
                  <a href={row.href} className="text-accent hover:underline">
                    {row.title}
                  </a>
                ) : (
                  row.title
                )}{' '}
                <span className="text-ink-3">{row.note}</span>
              </p>
              {row.waived ? (
                <p className="text-note text-ink-3">
                  {t('waivedBy', { by: row.waived.by, at: row.waived.at, why: row.waived.why })}{' '}
                  {fixed ? null : (
                    <button
                      type="button"
                      className="text-accent underline underline-offset-2"
                      disabled={busy}
                      onClick={() => decide([bare(row)], words('undone'), true)}
                    >
                      {t('again')}
                    </button>
                  )}
                </p>
              ) : null}
            </div>
            {row.amount ? <b className="font-medium">{row.amount}</b> : null}
          </li>
        ))}
      </ul>
      {fixed ? (
        <p className="pt-2 text-note text-ink-3">{why}</p>
      ) : open.length > 0 ? (
        <form className="flex flex-col gap-2 pt-3" action={() => decide(chosen, reason, false)}>
          <Who who={who} />
          <label className="flex flex-col gap-1 text-table">
            <span className="text-ink-2">{t('reason')}</span>
            <input
              className="field"
              name="why"
              value={reason}
              autoComplete="off"
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
          <Outcome state={{ problem, done: null }} />
          <div>
            <Button type="submit" kind="primary" size="small" disabled={busy || chosen.length === 0}>
              {t('wave', { n: chosen.length })}
            </Button>
          </div>
        </form>
      ) : (
        <Outcome state={{ problem, done: null }} />
      )}
    </>
  );
}
