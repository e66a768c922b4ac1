import { useTranslations } from 'next-intl';
import { Drawer } from '@/app/_components/drawer/Drawer';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { Tabs } from '@/app/_components/ui/Tabs';
import { Tag } from '@/app/_components/ui/Tag';
import { minute } from '@/lib/format';
import type { ParameterDetail } from '../_model';
import { SetValue } from './SetValue';
import { Withdraw } from './Withdraw';
import { shareText, usePolicyWords } from './words';

const tabs = ['value', 'history'] as const;

interface Props {
  detail: ParameterDetail;
  /** Parameters that have to be set together with it. */
  partners: { name: string; label: string; shown: string }[];
  tab: string | undefined;
  today: string;
}

/** A parameter: what holds and held, setting one's own value from a day, withdrawing it. */
export function ParameterDrawer({ detail, partners, tab, today }: Props) {
  const t = useTranslations('policy');
  const words = usePolicyWords();
  const { parameter, name } = detail;
  const shown = words.withUnit(parameter, detail.value);
  return (
    <Drawer
      title={words.told(parameter)}
      note={
        <>
          {name} · <RuleRef id={parameter.rule} />
        </>
      }
    >
      <div className="-mt-4 mb-3 border-b border-line">
        <Tabs
          tabs={tabs.map((id) => ({ id, label: t(`tabs.${id}`) }))}
          current={tab === 'history' ? 'history' : 'value'}
          label={t('tabs.label')}
        />
      </div>
      {tab !== 'history' ? (
        <>
          <p className="pb-3">
            <b className="text-title">{shown}</b>{' '}
            <span className="text-ink-3">{words.since(detail.from)}</span>
          </p>
          <SetValue
            key={name}
            today={today}
            fields={[{ name, label: words.told(parameter), shown: typed(detail) }, ...partners]}
            type={parameter.type}
            unit={words.unit(parameter.unit)}
          />
        </>
      ) : (
        <HistoryTab detail={detail} />
      )}
    </Drawer>
  );
}

/** As it would be typed: a list in one line, a share as a percentage. */
function typed({ value, parameter }: ParameterDetail): string {
  if (value === null) return '';
  if (parameter.type.is === 'share') return shareText(Number(value));
  return typeof value === 'object' ? value.join(', ') : String(value);
}

function HistoryTab({ detail }: { detail: ParameterDetail }) {
  const t = useTranslations('policy');
  const words = usePolicyWords();
  const { parameter, name } = detail;
  return (
    <>
      <ol className="text-table">
        {[...detail.dated].reverse().map((v) => (
          <li key={v.from} className="border-b border-line py-2">
            <p className="flex justify-between gap-3">
              <span>{words.since(v.from)}</span>
              <b>{words.withUnit(parameter, v.value)}</b>
            </p>
            <p className="text-note text-ink-3">
              {v.own
                ? t('setByAt', { by: v.own.setBy, at: minute(v.own.setAt), why: v.own.why })
                : v.source === '—'
                  ? t('noSource')
                  : words.source(v.source)}
              {v.assumed ? <Tag tone="full">{t('assumed')}</Tag> : null}
            </p>
            {v.own ? <Withdraw parameter={name} from={v.from} /> : null}
          </li>
        ))}
      </ol>
      {detail.entries.some((e) => e.state !== 'stands') ? (
        <>
          <h3 className="pt-4 text-table text-ink-3">{t('gone')}</h3>
          <ol className="text-note text-ink-3">
            {detail.entries
              .filter((e) => e.state !== 'stands')
              .map((e) => (
                <li key={e.id} className="border-b border-line py-1">
                  {t(`entry.${e.state}`, {
                    from: e.from,
                    value: words.value(parameter, e.value),
                    by: e.withdrawnBy ?? e.setBy,
                    at: minute(e.withdrawnAt ?? e.setAt),
                    why: e.withdrawnWhy ?? e.why,
                  })}
                </li>
              ))}
          </ol>
        </>
      ) : null}
    </>
  );
}
