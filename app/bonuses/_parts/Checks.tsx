import { useTranslations } from 'next-intl';
import { SectionHead } from '@/app/_components/page/Section';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { plain } from '@/lib/format';
import type { Check } from '../_checks';
import type { BonusesModel } from '../_model';

/** What has to be looked at before a month is paid: each a fact with its rows. */
export function Checks({ model }: { model: BonusesModel }) {
  const t = useTranslations('bonuses');
  return (
    <>
      <SectionHead title={t('rail.checks')} rule="B-12" />
      <ul className="px-5 text-table">
        {model.checks.map((check) => (
          <CheckLine key={check.id} check={check} href={model.link(check.report, check.more)} />
        ))}
        <li className="grid grid-cols-[16px_1fr] gap-1 py-2 text-ink-3">
          <span aria-hidden="true">{model.closed ? '✓' : 'i'}</span>
          <a href={`/bonuses/run?period=${model.params.period}`} className="text-accent hover:underline">
            {t(model.closed ? 'closedHere' : 'closing')}
          </a>
        </li>
      </ul>
    </>
  );
}

function CheckLine({ check, href }: { check: Check; href: string }) {
  const t = useTranslations('bonuses');
  const { id, open, of, rule, range } = check;
  const fine = open === 0;
  const words = { least: plain(range?.least ?? '0'), most: plain(range?.most ?? '0') };
  const rows = fine ? (id === 'rewards' ? of : 0) : open;
  return (
    <li className="grid grid-cols-[16px_1fr] gap-1 border-line border-b py-2">
      <span data-tone={fine ? 'ok' : 'full'} role="img" aria-label={t(fine ? 'state.ok' : 'state.open')}>
        {fine ? '✓' : '!'}
      </span>
      <div>
        <p className="font-medium">{t(`check.${id}.title`, words)}</p>
        <p className="text-ink-2">
          {fine ? t(`check.${id}.ok`, { of }) : t(`check.${id}.open`, { n: open })} <RuleRef id={rule} />
          {rows > 0 ? (
            <a href={href} className="ml-1 text-accent underline underline-offset-2">
              {t('rail.rows', { n: rows })}
            </a>
          ) : null}
        </p>
      </div>
    </li>
  );
}
