import { useTranslations } from 'next-intl';
import { Drawer } from '@/app/_components/drawer/Drawer';
import { Terms } from '@/app/_components/drawer/Terms';
import { useCodes } from '@/app/_components/table/ReportTable';
import { href } from '@/app/_lib/url';
import { NONE, number } from '@/lib/format';
import type { SolvedModel, SolvedRow, SolveModel } from '../_model';

interface Props {
  row: SolvedRow;
  model: SolveModel;
  solved: SolvedModel;
  tab: string | undefined;
}

const rules: Record<string, string> = {
  problem: 'R-05',
  over: 'Q-03',
  place: 'R-07',
  no_place: 'Q-03',
  wish: 'Q-04',
  score: 'R-07',
  not_eligible: 'R-04',
  has_problem: 'R-03',
  holds: 'R-08',
};

/** One customer: where the choice puts it, what decided, and what the review proposes by its order. */
export function SolveDrawer({ row, model, solved, tab }: Props) {
  const t = useTranslations('solve.detail');
  const codes = useCodes();
  const tiers = codes('tier');
  const unit = t(`unit.${model.params.goal}`);
  const counts = (value: string | null) => (value === null ? NONE : `${number(value, 2)} ${unit}`);
  const line = solved.departments.find((l) => l.group === row.department);
  return (
    <Drawer
      title={row.name}
      note={[row.customer_id, row.department].filter(Boolean).join(' · ')}
      tabs={[{ id: 'how' }]}
      tab={tab}
    >
      <h3 className="text-table">{t('choice')}</h3>
      <Terms
        terms={[
          { label: t('before'), rule: 'Q-05', value: tiers[row.tier ?? 'none'] ?? NONE },
          { label: t('after'), rule: 'Q-06', value: tiers[row.solved_tier ?? 'none'] ?? NONE },
          {
            label: t('why'),
            rule: row.why === 'problem' && row.tier === 'preferred' ? 'R-06' : (rules[row.why] ?? 'Q-06'),
            value: codes('solver_why')[row.why] ?? row.why,
          },
        ]}
      />
      <p className="my-2 text-ink-2 text-table">
        {t(`sentence.${row.why}`, {
          value: counts(row.value),
          edge: counts(row.edge),
          has: row.edge === null ? 'no' : 'yes',
        })}
      </p>
      {line ? (
        <Terms
          terms={(['vip', 'preferred'] as const).map((tier) => ({
            label: t('places', { department: row.department ?? '', tier: tiers[tier] ?? tier }),
            rule: 'Q-03',
            value: `${number(line.cells[tier].held_after)} / ${number(line.cells[tier].places_after)}`,
          }))}
        />
      ) : null}
      <h3 className="mt-3 text-table">{t('review', { period: model.params.period })}</h3>
      <Terms
        terms={[
          { label: t('score'), rule: 'R-02', value: row.score },
          { label: t('problems'), rule: 'R-03', value: number(row.problems) },
          { label: t('eligible'), rule: 'R-04', value: tiers[row.eligible ?? 'none'] ?? NONE },
          {
            label: t('proposal'),
            rule: 'R-07',
            value: `${codes('proposal')[row.proposal] ?? row.proposal} · ${tiers[row.proposed_tier ?? 'none'] ?? NONE}`,
          },
        ]}
      />
      {row.solved_tier === row.proposed_tier ? null : (
        <p className="mt-1 text-note" data-tone="full">
          {t('differs')}
        </p>
      )}
      <p className="mt-3 text-note">
        <a
          className="text-accent"
          href={href(
            '/reviews',
            {},
            {
              period: model.params.period,
              view: 'all',
              ...(row.department ? { department: row.department } : {}),
              row: row.customer_id,
            },
          )}
        >
          {t('toReview', { period: model.params.period })}
        </a>
      </p>
    </Drawer>
  );
}
