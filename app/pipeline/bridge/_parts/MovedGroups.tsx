import { useTranslations } from 'next-intl';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { asked } from '@/app/_lib/ask';
import { href, type SearchParams } from '@/app/_lib/url';
import { bridgeGroups } from '@/lib/reports/bridge';
import { column } from '@/lib/reports/columns';
import { movements } from '@/lib/rules/bridge';
import { filters, type PipelineFilter } from '../../_options';
import { GroupsNote } from '../../_parts/GroupsNote';
import { useGroupName } from '../../_parts/names';
import { type BridgeModel, movedHref } from '../_model';

/** As many groups as stand between the picture and the list; the rows behind have them all. */
const SHOWN = 8;

const phones = { opening: 'meta', closing: 'value', new: 'note', signed: 'note' } as const;

const columns = tableColumns(
  [column.text('group_name'), ...bridgeGroups.columns],
  [
    { name: 'group_name', header: 'group', width: 120, phone: 'title' },
    ...movements.map((movement) => ({
      name: `${movement}_amount`,
      unit: 'wan' as const,
      unitIn: 'title' as const,
      width: 92,
      zero: 'dot' as const,
      weight: movement === 'closing' ? ('strong' as const) : undefined,
      cell: { kind: 'link' as const, column: `${movement}_link` },
      ...(movement in phones ? { phone: phones[movement as keyof typeof phones] } : {}),
    })),
    { name: 'open', width: 72, phone: 'meta' },
  ],
);

/** The bridge of each group: a name filters the page, an amount opens exactly its opportunities. */
export function MovedGroups({ model, search }: { model: BridgeModel; search: SearchParams }) {
  const t = useTranslations('bridge.groups');
  const words = useTranslations('funnel');
  const { by, groups, params } = model;
  const nameOf = useGroupName(by);
  if (by === 'none' || groups.length === 0) return null;
  const largest = new Set(
    groups.toSorted((a, b) => Number(b.closing_amount) - Number(a.closing_amount)).slice(0, SHOWN),
  );
  const all = href('/rows/bridge_groups', {}, asked({ ...params, by }));
  return (
    <ReportTable
      title={t('title', { by: words(`by.${by}`) })}
      note={<GroupsNote area="bridge.groups" shown={largest.size} all={groups.length} href={all} />}
      rule="F-03"
      columns={columns}
      rows={groups
        .filter((g) => largest.has(g))
        .map((row, i) => ({
          ...row,
          key: String(i),
          group_name: nameOf(row.group),
          href: groupHref(model, search, row.group),
          ...Object.fromEntries(
            movements.map((movement) => [`${movement}_link`, movedHref(model, movement, row.group)]),
          ),
        }))}
      rowKey="key"
      opens={{ column: 'href' }}
      height="content"
      density="compact"
      tools={false}
    />
  );
}

/** What a click on a group does: the page filtered by it, or no longer; where it cannot be, what it has open at the end. */
function groupHref(model: BridgeModel, search: SearchParams, group: string | null): string {
  const { by, params } = model;
  if (group === null || !(filters as readonly string[]).includes(by))
    return movedHref(model, 'closing', group);
  const chosen = params[by as PipelineFilter]?.includes(group);
  return href('/pipeline/bridge', search, { [by]: chosen ? null : group, row: null, tab: null });
}
