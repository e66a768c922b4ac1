import { useTranslations } from 'next-intl';
import { BarList } from '@/app/_components/charts/BarList';
import { Aside } from '@/app/_components/page/Page';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { ClientMessages } from '@/app/_i18n/ClientMessages';
import { href } from '@/app/_lib/url';
import { number } from '@/lib/format';
import type { ListModel } from '../_model';
import { FileList } from './FileList';
import { ProposeForm } from './Keep';

/** Beside the lists: how long each is and what was traded all the same, its filing, and proposing anybody. */
export function ListAside({ model }: { model: ListModel }) {
  const t = useTranslations('blacklist.aside');
  const lists = model.lists.filter((l) => l.department === null || l.listed > 0 || l.filing);
  const name = (department: string | null) => department ?? t('company');
  return (
    <Aside label={t('title')} width={252}>
      <div className="p-3.5">
        <BarList
          title={t('title')}
          heads={[t('listed'), t('alerts')]}
          rows={lists.map((l) => ({
            key: l.department ?? '',
            label: name(l.department),
            value: l.listed,
            figures: [number(l.listed), number(l.alerts)],
            set: { view: l.department === null ? 'company' : 'department' },
          }))}
        />
        <h2 className="mt-5 text-table">
          {t('filing')} <RuleRef id="R-12" />
        </h2>
        <ClientMessages areas={['listing']}>
          <ul className="text-table">
            {lists.map((l) => {
              const sheet = href('/api/blacklist/filing', {}, { department: l.department ?? '' });
              return (
                <li key={l.department ?? ''} className="border-line border-b py-1.5 last:border-b-0">
                  <p className="flex items-center justify-between gap-2">
                    <span>{name(l.department)}</span>
                    <span className="flex items-center gap-2">
                      <a href={sheet}>XLSX</a>
                      <FileList department={l.department ?? ''} rows={l.listed} sheet={sheet} />
                    </span>
                  </p>
                  <p className="text-ink-3 text-note">
                    {l.filing
                      ? t('filed', { day: l.filing.filed_on, by: l.filing.filed_by, n: l.filing.rows })
                      : t('notFiled')}
                  </p>
                </li>
              );
            })}
          </ul>
          {model.decidable ? (
            <>
              <h2 className="mt-5 text-table">
                {t('propose')} <RuleRef id="R-09" />
              </h2>
              <ProposeForm customer={null} period={null} departments={model.departments} />
            </>
          ) : null}
        </ClientMessages>
      </div>
    </Aside>
  );
}
