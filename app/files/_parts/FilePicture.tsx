import { useTranslations } from 'next-intl';
import { Segments } from '@/app/_components/filters/FilterBar';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { Section } from '@/app/_components/page/Section';
import { useCodes } from '@/app/_components/table/ReportTable';
import { Bar } from '@/app/_components/ui/Bar';
import { NONE, number, rate } from '@/lib/format';
import { type FilesModel, groupings } from '../_model';
import { NotCompared } from './NotCompared';
import './files.css';

/** What is missing, field by field, beside how complete each group is; both filter the list. */
export function FilePicture({ model }: { model: FilesModel }) {
  const t = useTranslations('files.picture');
  if (model.whole.customers === 0) return null;
  return (
    <div className="files-picture">
      <Section title={t('fields')} note={t('fieldsNote')} rule="D-01">
        <Fields model={model} />
      </Section>
      <Section
        title={t('groups')}
        note={t('groupsNote')}
        rule="D-01"
        tools={
          <Segments
            param="by"
            label={t('by')}
            current={model.by === 'department' ? null : model.by}
            items={groupings.map((g) => ({ value: g === 'department' ? null : g, label: t(`by_${g}`) }))}
          />
        }
      >
        <Groups model={model} />
      </Section>
      {/* On a phone the filters have no room for it. */}
      <p className="px-edge pt-2 text-ink-3 text-note desk:hidden print:hidden">
        <NotCompared model={model} />
      </p>
    </div>
  );
}

function Fields({ model }: { model: FilesModel }) {
  const t = useTranslations('files.picture');
  const columns = useTranslations('columns');
  const codes = useCodes();
  const { fields, params } = model;
  const lacking = fields.filter((f) => f.lacking > 0);
  const max = Math.max(1, ...fields.map((f) => f.asked_of));
  return (
    <div className="files-room">
      <table className="picture-table head-stays files-table">
        <thead>
          <tr>
            <th scope="col">{columns('field')}</th>
            <td className="picture" />
            <th scope="col" className="right">
              {columns('lacking')}
            </th>
            <th scope="col" className="right">
              {columns('asked_of')}
            </th>
            <th scope="col" className="right">
              {columns('share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lacking.map((f) => {
            const current = params.missing?.length === 1 && params.missing[0] === f.field;
            return (
              <tr key={f.field}>
                <th scope="row">
                  <ParamLink
                    set={{ missing: current ? null : f.field, view: null }}
                    aria-current={current ? 'true' : undefined}
                  >
                    {codes('file_field')[f.field] ?? f.field}
                  </ParamLink>
                </th>
                <td className="picture">
                  <Bar value={f.lacking} max={max} limit={f.asked_of} />
                </td>
                <td className="right strong">{number(f.lacking)}</td>
                <td className="right">{number(f.asked_of)}</td>
                <td className="right">{f.share === null ? NONE : rate(f.share)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {lacking.length === 0 ? <p className="text-ink-3 text-note">{t('nothing')}</p> : null}
    </div>
  );
}

function Groups({ model }: { model: FilesModel }) {
  const t = useTranslations('files.picture');
  const columns = useTranslations('columns');
  const none = useTranslations('idle.none');
  const { groups, by, params } = model;
  return (
    <div className="files-room">
      <table className="picture-table head-stays files-table files-groups">
        <thead>
          <tr>
            <th scope="col">{t(`by_${by}`)}</th>
            <td className="picture" />
            <th scope="col" className="right strong">
              {columns('completeness')}
            </th>
            <th scope="col" className="right complete">
              {columns('complete')}
            </th>
            <th scope="col" className="right">
              {columns('stale')}
            </th>
            <th scope="col" className="right">
              {columns('customers')}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((g) => {
            const current = g.group !== null && params[by]?.length === 1 && params[by][0] === g.group;
            return (
              <tr key={g.group ?? ''}>
                <th scope="row">
                  {g.group === null ? (
                    by === 'owner' ? (
                      <ParamLink set={{ unowned: params.unowned ? null : 'true' }}>
                        <span data-tone="full">{none('owner')}</span>
                      </ParamLink>
                    ) : (
                      none(by)
                    )
                  ) : (
                    <ParamLink
                      set={{ [by]: current ? null : g.group }}
                      aria-current={current ? 'true' : undefined}
                    >
                      {g.group}
                    </ParamLink>
                  )}
                </th>
                <td className="picture">
                  <Bar value={g.mean_completeness ?? 0} max={1} />
                </td>
                <td className="right strong">
                  {g.mean_completeness === null ? NONE : rate(g.mean_completeness)}
                </td>
                <td className="right complete">{number(g.complete)}</td>
                <td className="right">{g.stale === 0 ? '·' : number(g.stale)}</td>
                <td className="right">{number(g.customers)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
