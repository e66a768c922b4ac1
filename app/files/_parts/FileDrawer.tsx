import { useTranslations } from 'next-intl';
import { Drawer, tabOf } from '@/app/_components/drawer/Drawer';
import { Terms } from '@/app/_components/drawer/Terms';
import { SourceRef } from '@/app/_components/rules/SourceRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import { NONE, number, rate } from '@/lib/format';
import type { PolicyValues } from '@/lib/rules/parameters';
import type { FileRow, FilesModel } from '../_model';

type FieldPolicy = Pick<
  PolicyValues,
  | 'registration.fields_always'
  | 'registration.fields_contacted'
  | 'registration.fields_opportunity'
  | 'registration.fields_sold'
>;

interface Props {
  row: FileRow;
  model: FilesModel;
  policy: FieldPolicy;
  tab: string | undefined;
}

const steps = ['always', 'contacted', 'opportunity', 'sold'] as const;

/** One file: every field that it must hold and since which step, those that it lacks, and its freshness. */
export function FileDrawer({ row, model, policy, tab }: Props) {
  const none = useTranslations('idle.none');
  const codes = useCodes();
  const tabs = [{ id: 'how' as const }, { id: 'rows' as const, count: 1 }];
  const shown = tabOf(tabs, tab);
  const note = [
    row.customer_id,
    row.department,
    row.region,
    row.grade ?? none('grade'),
    codes('class')[row.class] ?? row.class,
  ].filter(Boolean);
  return (
    <Drawer
      title={row.name}
      note={
        <>
          {note.join(' · ')} · {row.owner ?? <span data-tone="full">{none('owner')}</span>}
        </>
      }
      tabs={tabs}
      tab={tab}
    >
      {shown === 'how' ? <How row={row} model={model} policy={policy} /> : <Source row={row} />}
    </Drawer>
  );
}

function How({ row, model, policy }: Omit<Props, 'tab'>) {
  const t = useTranslations('files.detail');
  const codes = useCodes();
  const words = codes('file_field');
  const asked = new Set(row.fields);
  const lacking = new Set(row.missing);
  return (
    <>
      {steps.map((step) => {
        const fields = policy[`registration.fields_${step}`].filter((f) => asked.has(f));
        const applies = fields.length > 0;
        return (
          <section key={step} className="mb-3">
            <h3 className="text-table">
              {t(`step.${step}`)}
              {applies ? null : <span className="text-ink-3"> {t('notYet')}</span>}
            </h3>
            {applies ? (
              <ul className="text-table leading-6">
                {fields.map((field) => (
                  <li key={field} className="flex border-line border-b last:border-b-0">
                    <span className="flex-1">{words[field] ?? field}</span>
                    {lacking.has(field) ? (
                      <span data-tone="over" className="font-medium">
                        {t('lacks')}
                      </span>
                    ) : (
                      <span className="text-ink-3">{t('filled')}</span>
                    )}
                  </li>
                ))}
              </ul>
            ) : null}
          </section>
        );
      })}
      <Terms
        terms={[
          {
            label: t('completeness'),
            note: `${number(row.filled)} / ${number(row.required)}`,
            rule: 'D-01',
            value: row.completeness === null ? NONE : rate(row.completeness),
          },
          {
            label: t('updated'),
            note: row.updated_on ?? t('never'),
            rule: 'D-02',
            value:
              row.days_since_update === null ? (
                NONE
              ) : (
                <span data-tone={row.stale ? 'over' : undefined}>
                  {t('days', { n: row.days_since_update })}
                </span>
              ),
          },
        ]}
      />
      <p className="mt-1 text-ink-3 text-note">{t('updatedNote', { n: model.refreshEvery })}</p>
    </>
  );
}

function Source({ row }: { row: FileRow }) {
  const t = useTranslations('files.detail');
  const { source_import, source_file: file, source_sheet: sheet, source_line: line } = row;
  return (
    <div className="text-table">
      <p>{t('record', { id: row.customer_id })}</p>
      {source_import === null || file === null || line === null ? null : (
        <p>
          <SourceRef source={{ import: source_import, file, sheet, line }} />
        </p>
      )}
    </div>
  );
}
