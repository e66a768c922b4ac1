import { useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { Section } from '@/app/_components/page/Section';
import { parameters } from '@/lib/rules/parameters';
import type { CheckResult } from '@/lib/work/policy_checks';
import { usePolicyWords } from './words';

/** What must hold between values on every day: no range overlaps, none leaves a gap. */
export function CheckList({ checks }: { checks: readonly CheckResult[] }) {
  const t = useTranslations('policy.checks');
  const words = usePolicyWords();
  return (
    <Section title={t('title')} note={t('note')}>
      <ul className="max-w-4xl px-5 pb-4">
        {checks.map((check) => (
          <li key={check.id} className="border-line border-b py-2">
            <p className="flex flex-wrap justify-between gap-x-4">
              <span>{words.told(check)}</span>
              {check.conflict ? (
                <b data-tone="over">{t('from', { day: check.conflict.day })}</b>
              ) : (
                <span data-tone="ok" className="text-table">
                  {t('holds', { n: check.days.length })}
                </span>
              )}
            </p>
            <p className="flex flex-wrap gap-x-4 text-note text-ink-3">
              {check.parameters.map((name) => (
                <ParamLink key={name} set={{ row: name }} className="hover:text-accent hover:underline">
                  {words.told(parameters[name])}
                </ParamLink>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
