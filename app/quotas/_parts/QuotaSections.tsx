import { useTranslations } from 'next-intl';
import { Section } from '@/app/_components/page/Section';
import { Empty, EmptyFiltered } from '@/app/_components/page/states';
import type { QuotasModel } from '../_model';
import { QuotaAhead } from './QuotaAhead';
import { QuotaMatrix } from './QuotaMatrix';
import { QuotaTable } from './QuotaTable';
import { QuotaTrend } from './QuotaTrend';
import './quotas.css';

/** Departments with a cell a customer and products with a bar; or both crossed. */
export function QuotaSections({ model }: { model: QuotasModel }) {
  const t = useTranslations('quotas');
  const { departments, products, view, params, productDays } = model;
  if (view === 'trend') return <QuotaTrend model={model} />;
  if (view === 'ahead') return <QuotaAhead model={model} />;
  if (view === 'matrix') {
    return (
      <Section title={t('matrix.title')} note={t('matrix.note', { days: productDays })} rule="Q-04">
        <QuotaMatrix model={model} />
      </Section>
    );
  }
  if (departments.length === 0 && products.length === 0) {
    const chosen = (['department', 'product', 'region', 'owner', 'grade'] as const).flatMap((param) =>
      params[param]?.length ? [{ param, label: t(`filter.${param}`), value: params[param].join(' ') }] : [],
    );
    if (chosen.length > 0) return <EmptyFiltered filters={chosen} />;
    return <Empty>{t(view === 'over' ? 'nobodyOver' : 'empty')}</Empty>;
  }
  return (
    <div className="@container flex-none">
      {departments.length > 0 ? (
        <Section title={t('departments.title')} note={t('departments.note')} rule="Q-02">
          <QuotaTable model={model} by="department" lines={departments} />
        </Section>
      ) : null}
      {products.length > 0 ? (
        <Section title={t('products.title')} note={t('products.note', { days: productDays })} rule="Q-04">
          <QuotaTable model={model} by="product" lines={products} />
        </Section>
      ) : null}
    </div>
  );
}
