import { useTranslations } from 'next-intl';
import { BarList } from '@/app/_components/charts/BarList';
import { Terms } from '@/app/_components/drawer/Terms';
import { Aside } from '@/app/_components/page/Page';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import { number, rate } from '@/lib/format';
import { customersHref, formsHref, type VisitsModel } from '../_model';

/** Whom they met, how contact began, what is not yet reviewed or confirmed, and how evenly visits go round. */
export function VisitsAside({ model }: { model: VisitsModel }) {
  const t = useTranslations('visits.aside');
  const codes = useCodes();
  const { summary: s, roles, firsts } = model;
  const link = (figure: string, n: number) =>
    n === 0 ? (
      number(n)
    ) : (
      <a className="text-accent" href={formsHref(model, figure)}>
        {number(n)}
      </a>
    );
  const forms = (figure: string, n: number, which: Record<string, string>) => (
    <a className="hover:text-accent hover:underline" href={formsHref(model, figure, undefined, which)}>
      {number(n)}
    </a>
  );
  return (
    <Aside label={t('label')}>
      <div className="flex flex-col gap-3 px-4 py-2.5">
        <BarList
          title={
            <>
              {t('roles')} <RuleRef id="V-05" />
            </>
          }
          heads={[t('meetings'), t('share')]}
          rows={roles.map((r) => ({
            key: r.contact_role ?? 'none',
            label:
              r.contact_role === null
                ? t('noRole')
                : (codes('contact_role')[r.contact_role] ?? r.contact_role),
            value: r.count,
            figures: [forms('minutes_due', r.count, { role: r.contact_role ?? 'none' }), rate(r.share, 0)],
          }))}
        />
        {firsts.length === 0 ? null : (
          <BarList
            title={
              <>
                {t('firsts')} <RuleRef id="V-04" />
              </>
            }
            heads={[t('customers'), t('share')]}
            rows={firsts.map((r) => ({
              key: r.method ?? 'none',
              label: codes('method')[r.method ?? ''] ?? r.method ?? '',
              value: r.count,
              figures: [
                forms('first_contacts', r.count, r.method === null ? {} : { method: r.method }),
                rate(r.share, 0),
              ],
            }))}
          />
        )}
        <Terms
          terms={[
            { label: t('unreviewed'), rule: 'V-03', value: link('unreviewed', s.unreviewed) },
            { label: t('unconfirmed'), rule: 'V-09', value: link('unconfirmed', s.unconfirmed) },
            { label: t('noPurpose'), rule: 'V-01', value: link('no_purpose', s.no_purpose) },
            {
              label: t('top'),
              rule: 'V-06',
              value:
                s.top_decile_share === null ? (
                  '—'
                ) : (
                  <a className="text-accent" href={customersHref(model, 'top')}>
                    {rate(s.top_decile_share, 0)}
                  </a>
                ),
            },
            {
              label: t('new'),
              rule: 'V-07',
              value:
                s.new_customers === 0 ? (
                  '0'
                ) : (
                  <a className="text-accent" href={customersHref(model, 'new')}>
                    {number(s.new_customers)}
                  </a>
                ),
            },
          ]}
        />
      </div>
    </Aside>
  );
}
