/** What the pages of sales say of the rows that their figures open: a page, its splits, and a claim for each figure. */

import { asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { href, type SearchParams } from '@/app/_lib/url';
import { filesModel, groupings } from '@/app/files/_model';
import { cellHref, funnelModel, openHref as funnelOpen } from '@/app/funnel/_model';
import { flowHref, moreOf, timeHref } from '@/app/funnel/_more';
import { itemsHref, processModel } from '@/app/funnel/processes/_model';
import { idleHref, idleModel, movesHref } from '@/app/idle/_model';
import { dueModel } from '@/app/idle/due/_model';
import { weekModel } from '@/app/idle/week/_model';
import { closedHref as lostClosed, lostModel, traitHref } from '@/app/lost/_model';
import { datedFindings, ownershipModel } from '@/app/ownership/_model';
import { closedHref, openHref, pipelineModel } from '@/app/pipeline/_model';
import { bridgeModel, movedHref } from '@/app/pipeline/bridge/_model';
import { cohortHref, cohortModel } from '@/app/pipeline/cohorts/_model';
import { plansModel, recordsHref } from '@/app/plans/_model';
import { customersHref, formsHref, visitsModel } from '@/app/visits/_model';
import { movements, remainder } from '@/lib/rules/bridge';
import { splits } from '@/lib/rules/funnel_groups';

export interface Claim {
  what: string;
  /** Where the figure leads. */
  href: string;
  /** As many rows as it opens. */
  count?: number;
  /** The sum of a column of them; cents and days add up exactly. */
  sum?: { of: string; is: string | number | null };
}

export interface SalesPage {
  name: string;
  by: readonly string[];
  /** The claims of the page at an address, what its filters offer, and what must balance: 0 or 0.00. */
  at(
    ctx: PageContext,
    search: SearchParams,
  ): Promise<{
    claims: Claim[];
    options: Readonly<Record<string, readonly (string | { value: string })[]>>;
    balances?: (number | string)[];
  }>;
}

const money = (of: string, is: string | null) => ({ of, is });
const SHARE = 12;

/** A twelfth of the claims, another one each turn, and never none: many values share the work of looking at all. */
export const inTurn = (claims: readonly Claim[], turn: number): Claim[] => {
  const share = Math.min(SHARE, claims.length);
  return claims.filter((_, i) => i % share === turn % share);
};

/** All claims of the first two lines and of the last, which is often the one without a name; of the others in turn. */
const ofEach = <T>(groups: readonly T[], claimsOf: (group: T) => Claim[]): Claim[] =>
  groups.flatMap((group, i) =>
    i < 2 || i === groups.length - 1 ? claimsOf(group) : inTurn(claimsOf(group), i),
  );

/** The idle of a day, and who moved since the day compared with. */
const idlePage = (name: string, compare: SearchParams): SalesPage => ({
  name,
  by: [],
  at: async (ctx, search) => {
    const model = await idleModel(ctx, { ...search, ...compare });
    const { before, compare: beside } = model;
    // The page that the compared value opens.
    const then = before && (await idleModel(ctx, { ...search, ...compare, as_of: beside.reached ?? '' }));
    const moves = (['became', 'recovered', 'still'] as const).flatMap((move): Claim[] => {
      const part = before?.[move];
      const of = move === 'recovered' ? 'value_then' : 'value_at_stake';
      return part
        ? [{ what: move, href: movesHref(model, move), count: part.count, sum: money(of, part.stake) }]
        : [];
    });
    return {
      options: Object.fromEntries(
        Object.entries(model.groups).map(([split, groups]) => [
          split,
          groups.flatMap((g) => (g.value === null ? [] : { value: g.value })),
        ]),
      ),
      claims: [
        { what: 'idle', href: idleHref(model), count: model.n, sum: money('value_at_stake', model.stake) },
        ...moves,
        ...(then && before
          ? [
              {
                what: 'idle then',
                href: idleHref(then),
                count: before.count,
                sum: money('value_at_stake', before.stake),
              },
            ]
          : []),
      ],
      balances: [
        // By region everybody stands once.
        ...[
          model.groups.region.reduce((n, g) => n + g.count, 0) -
            model.groups.owner.reduce((n, g) => n + g.count, 0),
        ].filter(() => !search.region && !search.owner),
        ...(before
          ? [
              before.became.count + before.still.count - model.n,
              before.recovered.count + before.still.count - before.count,
            ]
          : []),
      ],
    };
  },
});

export const salesPages: readonly SalesPage[] = [
  {
    name: 'funnel',
    by: splits,
    at: async (ctx, search) => {
      const model = await funnelModel(ctx, search);
      const [flow, times] = await Promise.all([
        moreOf(ctx, model, { ...search, view: 'flow' }),
        moreOf(ctx, model, { ...search, view: 'times' }),
      ]);
      const stagesOf = (rows: typeof model.whole.rows, group?: string | null): Claim[] =>
        rows.map((row) => ({
          what: `${row.stage} of ${group}`,
          href: cellHref(model, row.stage, group),
          count: row.reached,
          sum: money('amount', row.amount),
        }));
      const fates = ['advanced', 'lost', 'moved_back', 'still_there'] as const;
      const { summary: s } = model;
      return {
        options: model.options,
        claims: [
          {
            what: 'created',
            href: cellHref(model, 'identified'),
            count: s.created,
            sum: money('amount', s.amount),
          },
          {
            what: 'signed',
            href: cellHref(model, 'signed'),
            count: s.signed,
            sum: money('amount', s.signed_amount),
          },
          {
            what: 'open',
            href: funnelOpen(model, false),
            count: s.open,
            sum: money('expected_amount', s.open_amount),
          },
          { what: 'stalled', href: funnelOpen(model, true), count: s.stalled },
          ...stagesOf(model.whole.rows),
          ...ofEach(model.groups, (g) => stagesOf(g.rows, g.group)),
          ...flow.flow.whole.flatMap((row) => [
            { what: `entered ${row.stage}`, href: flowHref(model, { stage: row.stage }), count: row.entered },
            ...fates.map((fate) => ({
              what: `${fate} from ${row.stage}`,
              href: flowHref(model, { stage: row.stage, fate }),
              count: row[fate],
            })),
          ]),
          ...times.times.map((row) => ({
            what: `${row.from_days} days in ${row.stage}`,
            href: timeHref(model, row),
            count: row.count,
          })),
        ],
        balances: [...flow.flow.whole, ...flow.flow.groups].map(
          (r) => r.entered - r.advanced - r.lost - r.moved_back - r.still_there,
        ),
      };
    },
  },
  {
    name: 'processes',
    by: [],
    at: async (ctx, search) => {
      const model = await processModel(ctx, search);
      return {
        options: {},
        claims: model.rows.map((r) => ({ what: r.stage, href: itemsHref(model, r.stage), count: r.reached })),
      };
    },
  },
  {
    name: 'pipeline',
    by: splits,
    at: async (ctx, search) => {
      const model = await pipelineModel(ctx, search);
      const lines = [{ ...model.whole, group: undefined }, ...model.groups];
      return {
        options: model.options,
        claims: [
          ...ofEach<(typeof lines)[number]>(lines, (r) => [
            {
              what: `open of ${r.group}`,
              href: openHref(model, {}, r.group),
              count: r.open,
              sum: money('expected_amount', r.open_amount),
            },
            {
              what: `weighted of ${r.group}`,
              href: openHref(model, {}, r.group),
              ...(r.weighted_amount === null ? {} : { sum: money('weighted_amount', r.weighted_amount) }),
            },
            {
              what: `stalled of ${r.group}`,
              href: openHref(model, { stalled: 'true' }, r.group),
              count: r.stalled,
            },
            { what: `closed of ${r.group}`, href: closedHref(model, {}, r.group), count: r.signed + r.lost },
            {
              what: `signed of ${r.group}`,
              href: closedHref(model, { outcome: 'signed' }, r.group),
              count: r.signed,
            },
          ]),
          ...model.stages.map((s) => ({
            what: s.stage,
            href: openHref(model, { stage: s.stage }),
            count: s.open,
            sum: money('expected_amount', s.open_amount),
          })),
        ],
      };
    },
  },
  {
    name: 'bridge',
    // Every split of it is followed by the tests of reports.
    by: ['none', 'grade', 'salesperson'],
    at: async (ctx, search) => {
      const model = await bridgeModel(ctx, search);
      return {
        options: model.options,
        claims: [
          ...model.rows.map((r) => ({
            what: r.movement,
            href: movedHref(model, r.movement),
            count: r.count,
            sum: money('amount', r.amount),
          })),
          ...ofEach(model.groups, (g) =>
            movements.map((movement) => ({
              what: `${movement} of ${g.group}`,
              href: movedHref(model, movement, g.group),
              ...(movement === 'closing' ? { count: g.open } : {}),
              sum: money('amount', g[`${movement}_amount`]),
            })),
          ),
        ],
        balances: [
          model.remainder.amount,
          model.remainder.count,
          ...model.groups.map((g) =>
            remainder(movements.map((movement) => ({ movement, amount: g[`${movement}_amount`] }))),
          ),
        ],
      };
    },
  },
  {
    name: 'cohorts',
    by: [],
    at: async (ctx, search) => {
      const model = await cohortModel(ctx, search);
      const { sum } = model;
      return {
        options: model.options,
        claims: [
          { what: 'created', href: cohortHref(model), count: sum.created },
          ...(['signed', 'lost', 'open'] as const).map((state) => ({
            what: state,
            href: cohortHref(model, { state }),
            count: sum[state],
          })),
          { what: 'closed', href: cohortHref(model, { state: 'closed' }), count: sum.signed + sum.lost },
        ],
        balances: model.rows.map((r) => r.created - r.signed - r.lost - r.open),
      };
    },
  },
  {
    name: 'lost',
    by: splits,
    at: async (ctx, search) => {
      const model = await lostModel(ctx, search);
      const { whole } = model;
      return {
        options: model.options,
        claims: [
          { what: 'closed', href: lostClosed(model), count: whole.signed + whole.lost },
          { what: 'signed', href: lostClosed(model, { outcome: 'signed' }), count: whole.signed },
          { what: 'lost', href: lostClosed(model, { outcome: 'lost' }), count: whole.lost },
          {
            what: 'without a reason',
            href: lostClosed(model, { outcome: 'lost', without_reason: 'true' }),
            count: model.withoutReason.count,
          },
          ...model.reasons.map((r) => ({
            what: `lost for ${r.reason}`,
            href: lostClosed(model, {
              outcome: 'lost',
              ...(r.reason === null ? { without_reason: 'true' } : { reason: r.reason }),
            }),
            count: r.count,
            sum: money('expected_amount', r.amount),
          })),
          ...model.groups.map((r) => ({
            what: `closed of ${r.group}`,
            href: lostClosed(model, {}, r.group),
            count: r.signed + r.lost,
          })),
          ...model.traits.map((r) => ({
            what: `${r.trait} ${r.value}`,
            href: traitHref(model, r),
            count: r.signed + r.lost,
          })),
        ],
        balances: [model.reasons.reduce((n, r) => n + r.count, 0) - whole.lost],
      };
    },
  },
  idlePage('idle', {}),
  idlePage('idle, against a year ago', { compare: 'year' }),
  {
    name: 'contacts due',
    by: [],
    at: async (ctx, search) => {
      const model = await dueModel(ctx, search);
      return {
        options: model.options,
        claims: [
          {
            what: 'to do',
            href: model.file,
            count: model.n,
            sum: money('value_at_stake', model.stake),
          },
        ],
      };
    },
  },
  {
    name: 'a week of visits',
    by: [],
    at: async (ctx, search) => {
      const model = await weekModel(ctx, search);
      return {
        options: { owner: model.options.owner, region: model.options.region, grade: model.options.grade },
        claims: [
          {
            what: 'proposed',
            href: model.file,
            count: model.visits.length,
            sum: money('value_at_stake', model.stake),
          },
          {
            what: 'needed',
            href: model.file.replace('idle_week', 'idle_owners'),
            count: model.owners.length,
            sum: { of: 'needed', is: model.needed },
          },
        ],
      };
    },
  },
  {
    name: 'ownership',
    by: [],
    at: async (ctx, search) => {
      const model = await ownershipModel(ctx, search);
      return {
        options: model.options,
        claims: [
          { what: 'findings', href: model.file, count: model.rows.length },
          ...datedFindings.flatMap((finding) =>
            model.before
              ? [
                  {
                    what: `${finding} then`,
                    href: href(
                      '/rows/ownership_findings',
                      {},
                      asked({
                        ...model.params,
                        as_of: model.compare.reached,
                        open: undefined,
                        finding: [finding],
                      }),
                    ),
                    count: model.before.counts[finding],
                  },
                ]
              : [],
          ),
        ],
      };
    },
  },
  {
    name: 'visits',
    by: ['salesperson', 'department', 'region'],
    at: async (ctx, search) => {
      const model = await visitsModel(ctx, search);
      const lines = [{ ...model.summary, group: undefined }, ...model.rows];
      const forms = [
        'planned',
        'done',
        'contacts',
        'approved_before',
        'approval_breaches',
        'minutes_due',
        'minutes_on_time',
        'minutes_late',
        'minutes_pending',
        'first_contacts',
        'cold_calls',
      ] as const;
      const customers = {
        assigned: 'customers_assigned',
        visited: 'customers_visited',
        met: 'customers_met',
        bought: 'visited_and_bought',
        new: 'new_customers',
      } as const;
      const { summary: s } = model;
      return {
        options: model.options,
        claims: [
          ...ofEach<(typeof lines)[number]>(lines, (r) => [
            ...forms.map((f) => ({
              what: `${f} of ${r.group}`,
              href: formsHref(model, f, r.group),
              count: r[f],
            })),
            ...Object.entries(customers).map(([figure, name]) => ({
              what: `${figure} of ${r.group}`,
              href: customersHref(model, figure, r.group),
              count: r[name as (typeof customers)[keyof typeof customers]],
            })),
          ]),
          ...model.firsts.flatMap((r) =>
            r.method === null
              ? []
              : {
                  what: `first by ${r.method}`,
                  href: formsHref(model, 'first_contacts', undefined, { method: r.method }),
                  count: r.count,
                },
          ),
          ...(['field_visits', 'no_purpose', 'unreviewed', 'unconfirmed', 'unapproved_costs'] as const).map(
            (f) => ({
              what: f,
              href: formsHref(model, f),
              count: s[f],
            }),
          ),
          { what: 'costs', href: formsHref(model, 'costs'), sum: money('cost', s.cost) },
          ...model.roles.map((r) => ({
            what: `role ${r.contact_role}`,
            href: formsHref(model, 'minutes_due', undefined, { role: r.contact_role ?? 'none' }),
            count: r.count,
          })),
        ],
        balances: [
          model.roles.reduce((n, r) => n + r.count, 0) - s.minutes_due,
          model.firsts.reduce((n, r) => n + r.count, 0) - s.first_contacts,
        ],
      };
    },
  },
  {
    name: 'plans',
    by: ['salesperson', 'department', 'product'],
    at: async (ctx, search) => {
      const model = await plansModel(ctx, search);
      return {
        options: model.options,
        claims: ofEach([{ ...model.whole, group: undefined }, ...model.rows], (r) => [
          {
            what: `sales of ${r.group}`,
            href: recordsHref(model, 'sales', r.group),
            sum: money('amount', r.actual_amount),
          },
          {
            what: `visits of ${r.group}`,
            href: recordsHref(model, 'visits', r.group),
            count: r.actual_visits,
          },
          { what: `new of ${r.group}`, href: recordsHref(model, 'new', r.group), count: r.actual_new },
          {
            what: `plan of ${r.group}`,
            href: recordsHref(model, 'plan', r.group),
            sum: money('amount', r.plan_amount ?? '0.00'),
          },
        ]),
      };
    },
  },
  {
    name: 'files',
    by: groupings,
    at: async (ctx, search) => {
      const model = await filesModel(ctx, search);
      return {
        options: model.options,
        claims: [{ what: 'files', href: model.file, count: model.n }],
        balances: [model.groups.reduce((n, g) => n + g.customers, 0) - model.whole.customers],
      };
    },
  },
];
