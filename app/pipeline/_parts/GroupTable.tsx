import { useTranslations } from 'next-intl';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { asked } from '@/app/_lib/ask';
import { href, type SearchParams } from '@/app/_lib/url';
import { column } from '@/lib/reports/columns';
import { pipeline } from '@/lib/reports/pipeline';
import { closedHref, GROUPS, groupHref, openHref, type PipelineModel } from '../_model';
import { GroupsNote } from './GroupsNote';
import { useGroupName } from './names';

const thousands = { unit: 'wan', unitIn: 'title' } as const;

const columns = tableColumns(
  [column.text('group_name'), ...pipeline.columns],
  [
    { name: 'group_name', header: 'group', width: 92, phone: 'title' },
    { name: 'open', width: 60, cell: { kind: 'link', column: 'open_link' }, phone: 'meta' },
    { name: 'open_amount', header: 'expected_amount', ...thousands, width: 88, phone: 'value' },
    { name: 'weighted_amount', header: 'weighted', ...thousands, width: 88, phone: 'note' },
    { name: 'win_rate', width: 74, cell: { kind: 'link', column: 'closed_link' }, phone: 'meta' },
    { name: 'mean_signed_amount', header: 'mean_signed', ...thousands, width: 100 },
    {
      name: 'cycle_days',
      header: 'cycle',
      unit: 'days',
      width: 86,
      digits: 1,
      cell: { kind: 'link', column: 'cycle_link' },
    },
    { name: 'velocity', unit: 'yuan_a_day', width: 122 },
    { name: 'stalled', width: 66, cell: { kind: 'link', column: 'stalled_link' }, phone: 'note' },
  ],
);

/** The groups of the split, the largest; a group filters the page, its numbers open exactly their rows. */
export function GroupTable({ model, search }: { model: PipelineModel; search: SearchParams }) {
  const t = useTranslations('pipeline.groups');
  const words = useTranslations('funnel');
  const nameOf = useGroupName(model.params.by);
  const { groups, whole, params } = model;
  const largest = new Set(
    groups.toSorted((a, b) => Number(b.open_amount) - Number(a.open_amount)).slice(0, GROUPS),
  );
  const shown = params.by === 'none' ? [whole] : groups.filter((g) => largest.has(g));
  const all = href('/rows/pipeline', {}, asked(params));
  return (
    <div className="min-w-0 border-line border-l max-desk:border-l-0">
      <ReportTable
        title={t('title', { by: words(`by.${params.by}`) })}
        note={<GroupsNote area="pipeline.groups" shown={shown.length} all={groups.length} href={all} />}
        rule="F-06"
        columns={columns}
        rows={shown.map((row, i) => {
          const group = params.by === 'none' ? undefined : row.group;
          return {
            ...row,
            key: String(i),
            group_name: nameOf(row.group),
            href: group === undefined ? openHref(model) : groupHref(model, search, group),
            open_link: openHref(model, {}, group),
            closed_link: closedHref(model, {}, group),
            cycle_link: closedHref(model, { outcome: 'signed', having: 'cycle' }, group),
            stalled_link: openHref(model, { stalled: 'true' }, group),
          };
        })}
        rowKey="key"
        opens={{ column: 'href' }}
        height="content"
        density="standard"
        tools={false}
      />
    </div>
  );
}
