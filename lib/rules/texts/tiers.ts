import { type RuleTexts, rule } from './text';

/** Q and R: quotas and half-year reviews. */
export const tierTexts: RuleTexts = {
  'Q-01': rule(
    '002 part 1, 1.1, 2.1',
    ['三个分级', '准入客户分 VIP、优选、合格三级；零售客户和内部关联不参加分级，也不计入任何基数。'],
    [
      'Three tiers',
      'Admitted customers are VIP, preferred or qualified; retail customers and affiliates have no tier and count in no base.',
    ],
  ),
  'Q-02': rule(
    '002 part 1, 2.2 d)',
    ['部门基数', '部门里截止日已准入、未被本部门或公司列入黑名单的购销客户数。'],
    [
      'Base of a department',
      'Its trade customers admitted by the as-of date and not blacklisted for it or the company.',
    ],
  ),
  'Q-03': rule(
    '002 part 1, 2.2 d), 2.3 e)',
    ['分级名额', '名额等于基数乘上限后舍去小数；超出名额为超限，正好用完为已满。'],
    [
      'Places',
      'Places are the base times the limit, rounded down; more customers than places is over, as many is full.',
    ],
    ['quota.vip', 'quota.preferred'],
  ),
  'Q-04': rule(
    '002 part 1, 2.2 d), 2.3 e)',
    ['按产品的名额', '同样的上限原则上也按产品看，基数是回看期内买过该产品的客户；超出只作提醒。'],
    [
      'Quota by product',
      'In principle the limits hold per product too, over the customers that bought it lately; an excess is a warning only.',
    ],
    ['quota.vip', 'quota.preferred'],
  ),
  'Q-05': rule(
    '002 part 1, 2.2 d), 2.3 e)',
    ['某日的分级', '取该日及以前最近一次生效的分级决定，没有决定时取登记表上的分级。'],
    ['Tier at a date', 'The latest decision in force by that date; without one, the tier of the register.'],
  ),
  'Q-06': rule(
    '002 part 1, 2.2 d), 2.3 e)',
    ['名额试算', '先试着升级、降级、准入或移出客户，看名额前后的变化。'],
    ['What if', 'Promote, demote, admit or drop customers on trial and see each quota before and after.'],
    [
      'solver.vip_weight',
      'solver.preferred_weight',
      'solver.product_excess_score',
      'solver.product_excess_sales',
    ],
  ),
  'Q-07': rule(
    '002 part 1, 1.2',
    ['准入条件', '购销客户要有有效的合同、执照和资质；缺少、过期或准入前的销售会报警。'],
    [
      'Admission',
      'A trade customer has a contract, a licence and qualifications in force; a sale without them, or before admission, is an alert.',
    ],
  ),
  'R-01': rule(
    '002 part 1, 3.1–3.2',
    ['半年评审', '部门基数里的每个客户每半年评审一次，期末后规定天数内没有决定的算逾期。'],
    [
      'Half-year review',
      "Every customer of a department's base is reviewed each half-year; what is not decided in the set days is overdue.",
    ],
  ),
  'R-02': rule(
    '002 part 1, 2.1',
    ['四项得分', '销量看部门内的百分位，回款看按期率，信誉按异常扣分，忠诚看有销售的月数；加权平均为总分。'],
    [
      'Four measures',
      'Volume is the percentile in the department, receivables the on-time rate, reputation loses points for incidents, loyalty counts months with a sale; the score is their weighted mean.',
    ],
  ),
  'R-03': rule(
    '002 part 1, 3.3, 2.2 b), 2.3 d)',
    ['评审期的问题', '期内发现的异常、期内发现的迟付，以及期末仍逾期的销售，都算问题。'],
    [
      'Problems',
      'An incident found in the period, a sale found late in it, or one still overdue at its end.',
    ],
    ['receivables.grace_days', 'receivables.default_term'],
  ),
  'R-04': rule(
    '002 part 1, 2.2 a), 2.3 a)',
    ['分级条件', '没有问题，并且近 12 个月净销售、机构等级或专科床位至少一项达标。'],
    [
      'Eligibility',
      'No problem, and at least one of net sales of 12 months, institution class, or beds of a specialised institution reaches the mark.',
    ],
  ),
  'R-05': rule(
    '002 part 1, 3.3',
    [
      'VIP 降级',
      '出问题的 VIP 建议降级：得分够且没有严重后果的降为优选，否则降为合格；从发现之日起限期办理。',
    ],
    [
      'Demotion of a VIP',
      'A VIP with a problem falls to preferred where its score suffices and nothing grave happened, else to qualified; the clock runs from the day it was found.',
    ],
  ),
  'R-06': rule(
    '002 part 1, 2.3 d)',
    ['优选降级', '出问题的优选客户建议降为合格。'],
    ['Demotion of a preferred customer', 'A preferred customer with a problem is proposed as qualified.'],
  ),
  'R-07': rule(
    '002 part 1, 3.4, 2.2 d)',
    ['升级', '没有问题、得分达标且够条件的客户按得分排队升级，有名额才升，没有名额的等待。'],
    [
      'Promotion',
      'Customers without a problem, with the score and eligible, are promoted in order of score while there are places; the others wait.',
    ],
    ['quota.vip', 'quota.preferred'],
  ),
  'R-08': rule(
    '—',
    ['保持与关注', '其余保持现级；不再够条件或一年没有净销售的 VIP 和优选客户标为关注。'],
    [
      'Keep and watch',
      'All others keep their tier; VIP and preferred customers no longer eligible, or without sales in a year, are watched.',
    ],
  ),
  'R-09': rule(
    '002 part 1, 3.3',
    ['建议列入黑名单', '造成重大损失或声誉损害的客户，同时建议列入公司黑名单，由营销部门核实。'],
    [
      'Proposal to blacklist',
      'A major loss or damage to reputation also proposes the company blacklist, for marketing to confirm.',
    ],
  ),
  'R-10': rule(
    '002 part 1, 3.5',
    ['黑名单范围', '黑名单分部门和公司两级，在范围内不得交易，也不计入基数；移出当天起恢复。'],
    [
      'Scope of a blacklist',
      'A listing holds for a department or the company: no trade and no place in its counts; from the day of removal it is over.',
    ],
  ),
  'R-11': rule(
    '002 part 1, 3.2',
    ['评审决定', '评审人接受或改变建议，改变要写理由；决定保留人员、时间和当时的数字，并从某日生效。'],
    [
      'Decisions',
      'A reviewer accepts or overrides a proposal, with a reason; who, when and the figures of that time are kept, and it takes effect on a date.',
    ],
  ),
  'R-12': rule(
    '002 part 1, 3.3, 3.5',
    ['黑名单报备', '部门黑名单报营销部门备案，公司黑名单核实当天向各部门公布。'],
    [
      'Publishing blacklists',
      'Blacklists of departments are filed with marketing; the company list is published to all on the day it is confirmed.',
    ],
  ),
  'R-13': rule(
    '002 part 1, 3.3',
    ['待降级清单', '列出每个有问题而未决定的 VIP，以及期限和剩余天数。'],
    ['Open demotions', 'Each VIP with a problem not yet decided, with its deadline and the days left.'],
    ['review.demote_within', 'review.demote_score'],
  ),
};
