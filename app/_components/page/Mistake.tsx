import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { Mistake as Cause } from '@/app/_lib/ask';
import { NotInForceError } from '@/lib/reports/errors';
import { type ParameterName, parameters } from '@/lib/rules/parameters';
import { ParamLink } from '../navigation/ParamLink';
import { Page } from './Page';
import { PageHeader } from './PageHeader';
import { ErrorState } from './states';

/** A page whose address cannot be answered: names the parameter and offers the address without it. */
export function Mistake({ title, mistake }: { title: string; mistake: Cause }) {
  const t = useTranslations('address');
  const locale = useLocale();
  const { parameter } = mistake;
  // A parameter of the policy is known by its words, one of the address by the name that stands there.
  const told = parameters[parameter as ParameterName]?.[locale === 'en' ? 'en' : 'zh'] ?? parameter;
  const late = mistake instanceof NotInForceError;
  const actions = late ? (
    <Link href="/policy">{t('policy')}</Link>
  ) : (
    <ParamLink set={{ [parameter]: null }}>{t('drop', { parameter })}</ParamLink>
  );
  return (
    <Page header={<PageHeader title={title} />}>
      <ErrorState actions={actions}>
        {late
          ? t('notInForce', { parameter: told, day: mistake.day, from: mistake.firstFrom ?? 'none' })
          : t('bad', { parameter })}
      </ErrorState>
    </Page>
  );
}
