'use client';
import { Popover } from '@base-ui/react/popover';
import { useSearchParams } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type RefObject, useEffect, useState } from 'react';
import { parsePeriod } from '@/lib/format';
import { sourceWords } from '@/lib/rules/texts/sources';
import { fetchRule, type RuleParameter, type RuleText } from './rule';

interface Props {
  id: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  anchor: RefObject<HTMLElement | null>;
}

/** The sentence of a rule and the values it uses, each with its date, source and whether it is assumed: on the day shown. */
export default function RulePopover({ id, open, onOpenChange, anchor }: Props) {
  const t = useTranslations('ui.rule');
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const address = useSearchParams();
  const on = address.get('as_of') ?? parsePeriod(address.get('period') ?? '')?.end ?? null;
  const [rule, setRule] = useState<RuleText | 'failed'>();
  useEffect(() => {
    if (open) fetchRule(id, on).then(setRule, () => setRule('failed'));
  }, [id, on, open]);
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} side="bottom" align="start" sideOffset={6} className="z-[75]">
          <Popover.Popup className="popup w-[360px] p-3 leading-[18px]" finalFocus={anchor}>
            <Popover.Title className="font-semibold">
              {id} {typeof rule === 'object' ? rule.title[language] : ''}
            </Popover.Title>
            {rule === undefined ? <p className="min-h-9 text-ink-3">{t('loading')}</p> : null}
            {rule === 'failed' ? <p data-tone="over">{t('failed', { id })}</p> : null}
            {typeof rule === 'object' ? <RuleBody rule={rule} language={language} /> : null}
            <a href={`/policy#${id}`} className="mt-2 inline-block text-accent">
              {t('more')}
            </a>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function RuleBody({ rule, language }: { rule: RuleText; language: 'zh' | 'en' }) {
  const t = useTranslations('ui.rule');
  return (
    <>
      <p className="mt-1 text-ink-2">{rule.sentence[language]}</p>
      {rule.parameters.length > 0 ? (
        <dl className="mt-2">
          {rule.parameters.map((p) => (
            <div key={p.name} className="border-t border-line py-1">
              <dt className="flex justify-between gap-3">
                <span title={p.name}>{p.label[language]}</span>
                <b className="flex-none font-medium">
                  {valueText(p, t('notSet'), language)}{' '}
                  {p.value === null || !t.has(`unit.${p.unit}`) ? '' : t(`unit.${p.unit}`)}
                </b>
              </dt>
              <dd className="flex justify-between gap-3 text-note text-ink-3">
                <span>{sourceWords(p.source, language)}</span>
                <span className="flex-none">
                  {p.from === null ? t('notInForce') : t('from', { day: p.from })}
                  {p.assumed ? <span data-tone="full"> · {t('assumed')}</span> : null}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </>
  );
}

function valueText({ value }: RuleParameter, none: string, language: 'zh' | 'en'): string {
  if (value === null) return none;
  return typeof value === 'object' ? value.join(language === 'en' ? ', ' : '、') : String(value);
}
