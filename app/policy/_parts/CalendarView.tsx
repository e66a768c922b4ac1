import { useLocale, useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { Section } from '@/app/_components/page/Section';
import { monthName } from '@/lib/format';
import type { CalendarModel } from '../_calendar';

/** The working days of a year: holidays, make-up days, and what the company changed. */
export function CalendarView({ model }: { model: CalendarModel }) {
  const t = useTranslations('policy.calendar');
  const list = useTranslations('policy');
  const locale = useLocale();
  const words = (days: readonly string[]) => (days.length > 0 ? days.join(list('listComma')) : t('none'));
  return (
    <Section
      title={t('title', { year: String(model.year) })}
      note={t('working', { n: model.working })}
      rule="T-01"
      tools={
        <span className="flex gap-3">
          <ParamLink set={{ year: String(model.year - 1) }} className="text-accent">
            ‹ {model.year - 1}
          </ParamLink>
          <ParamLink set={{ year: String(model.year + 1) }} className="text-accent">
            {model.year + 1} ›
          </ParamLink>
        </span>
      }
    >
      {model.known ? null : (
        <p className="stale-line" role="note">
          {t('unknown', { year: String(model.year) })}
        </p>
      )}
      <dl className="grid gap-x-8 gap-y-1 px-edge pb-3 text-table desk:grid-cols-3">
        <div>
          <dt className="text-ink-3">{t('hours')}</dt>
          <dd>
            <ParamLink className="text-accent" set={{ row: 'calendar.hours' }}>
              {model.hours}
            </ParamLink>
          </dd>
        </div>
        <div>
          <dt className="text-ink-3">{t('added')}</dt>
          <dd>
            <ParamLink className="text-accent" set={{ row: 'calendar.added_days' }}>
              {words(model.added)}
            </ParamLink>
          </dd>
        </div>
        <div>
          <dt className="text-ink-3">{t('removed')}</dt>
          <dd>
            <ParamLink className="text-accent" set={{ row: 'calendar.removed_days' }}>
              {words(model.removed)}
            </ParamLink>
          </dd>
        </div>
      </dl>
      <div className="flex flex-wrap gap-x-10 gap-y-6 px-edge pb-4">
        {model.months.map((m) => (
          <section key={m.name} aria-label={`${m.name} ${t('working', { n: m.working })}`}>
            <p className="flex justify-between text-table">
              <b>{monthName(m.name, locale)}</b>
              <span className="text-ink-3">{t('working', { n: m.working })}</span>
            </p>
            <div className="day-cells">
              {m.days.map(({ day, kind }, i) => (
                <span
                  key={day}
                  data-day={kind}
                  style={i === 0 ? { gridColumnStart: m.before + 1 } : undefined}
                  title={`${day} ${t(`kinds.${kind}`)}`}
                >
                  {Number(day.slice(8))}
                </span>
              ))}
            </div>
          </section>
        ))}
      </div>
      <ul className="flex flex-wrap gap-4 px-edge pb-4 text-note text-ink-2">
        {(['holiday', 'make-up', 'added', 'removed', 'off'] as const).map((kind) => (
          <li key={kind} className="day-cells !inline-grid !grid-cols-[22px_auto] items-center gap-2">
            <span data-day={kind} aria-hidden="true">
              {kind === 'off' ? '6' : '1'}
            </span>
            <span className="text-left">{t(`kinds.${kind}`)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
