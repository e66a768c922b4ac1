import { getTranslations } from 'next-intl/server';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { Section } from '@/app/_components/page/Section';
import { Empty } from '@/app/_components/page/states';
import { ReportTable } from '@/app/_components/table/ReportTable';
import type { PageContext } from '@/app/_lib/context';
import { href } from '@/app/_lib/url';
import { number } from '@/lib/format';
import { type ChangesModel, changedLines } from '../_model';
import { fieldWords, keyWords, valueWords } from './words';

const fates = ['new', 'gone', 'changed'] as const;

/** The comparison: how many rows are new, gone or changed, and which imported rows speak of each. */
export async function Changed({ ctx, model }: { ctx: PageContext; model: ChangesModel }) {
  const { params } = model;
  const [t, { lines, brought }, written, nameOf, keyed] = await Promise.all([
    getTranslations('changes'),
    changedLines(ctx, model),
    valueWords(params.report),
    fieldWords(),
    keyWords(params.report),
  ]);
  const rowsHref = (by: Record<string, string>) =>
    href('/rows/changed_rows', {}, { since: params.since, ...by });
  const count = (fate: (typeof fates)[number]) => lines.filter((l) => l.fate === fate).length;
  return (
    <>
      <Figures label={t('title')}>
        {fates.map((fate) => (
          <Figure
            key={fate}
            label={t(`fate.${fate}`)}
            value={number(count(fate))}
            note={t(`fateNote.${fate}`)}
          />
        ))}
        <Figure
          label={t('brought')}
          value={number(brought)}
          href={rowsHref({})}
          note={t('broughtNote', { n: model.imports.length })}
        />
      </Figures>
      {lines.length === 0 ? (
        <Empty>{t('same')}</Empty>
      ) : (
        <>
          <Section title={t('list', { n: lines.length })} note={t('listNote')} />
          <ReportTable
            columns={[
              {
                name: 'name',
                type: 'text',
                header: 'name',
                width: 240,
                cell: { kind: 'name', id: 'id' },
                phone: 'title',
              },
              { name: 'what', type: 'text', header: 'what_changed', width: 560, phone: 'note' },
              { name: 'brought', type: 'integer', header: 'imported_rows', width: 90, phone: 'value' },
            ]}
            rows={lines.map((l) => ({
              key: l.key,
              fate: l.fate,
              id: keyed(l.key, l.name) || null,
              name: l.name ?? t('noGroup'),
              what:
                l.fields
                  .map(
                    (f) => `${nameOf(f.field)} ${written(f.field, f.before)} → ${written(f.field, f.after)}`,
                  )
                  .join(' · ') || t(`fateNote.${l.fate}`),
              brought: l.brought,
              href: rowsHref(l.by),
            }))}
            rowKey="key"
            label={t('list', { n: lines.length })}
            opens={{ column: 'href' }}
            groupBy={{
              column: 'fate',
              groups: fates.map((fate) => ({ value: fate, label: t(`fate.${fate}`) })),
            }}
          />
        </>
      )}
    </>
  );
}
