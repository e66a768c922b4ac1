import { type RuleTexts, rule } from './text';

/** G and F: grades and the pipeline. */
export const funnelTexts: RuleTexts = {
  'G-01': rule(
    '000 part 1 art. 1; 001 sec. 1 art. 1',
    ['需求等级', 'A 需求大而急，B 有意向的一般需求，C 潜在需求；由销售经理评定，系统只显示，不自行改动。'],
    [
      'Demand grade',
      'A is a large, urgent demand, B an ordinary one, C a latent one; the sales manager decides, the product only shows it.',
    ],
  ),
  'G-02': rule(
    '004',
    ['K 级与 D 级', 'K 视为高于 A 的重点客户，D 是低于 C 的线索；各处都按 K、A、B、C、D、未评级排列。'],
    [
      'Grades K and D',
      'K is taken as a key account above A, D as a lead below C; the order everywhere is K, A, B, C, D, ungraded.',
    ],
  ),
  'G-03': rule(
    '003',
    ['其他分组', '客户还可以按价值、需求和行业分组。'],
    ['Other groups', 'Customers can also be grouped by value, by need and by industry.'],
  ),
  'F-01': rule(
    '003; 000 part 3',
    [
      '五个阶段',
      '商机依次经过识别、接触、方案、谈判、签约，以签约或丢单结束；公司自己的阶段名称对应到这五个。',
    ],
    [
      'Five stages',
      'An opportunity moves through identified, contacted, solution, negotiation and signed, and ends signed or lost; a company maps its own names onto these.',
    ],
  ),
  'F-02': rule(
    '—',
    ['到达阶段', '只要有某阶段或更后阶段的记录，就算到达了该阶段；签约的商机到达全部五个阶段。'],
    [
      'Reaching a stage',
      'An opportunity has reached a stage when it has entered it or a later one; a signed one has reached all five.',
    ],
  ),
  'F-03': rule(
    '—',
    ['漏斗', '统计期内新建的商机中，到达各阶段的数量和金额，以及对上一阶段和对第一阶段的转化率。'],
    [
      'Funnel',
      'Of the opportunities created in the period: how many, and how much, reached each stage, against the stage before and against the first.',
    ],
  ),
  'F-04': rule(
    '—',
    ['漏斗拆分', '可按等级、部门、区域、业务员、产品或来源拆分，并与上一个同长期间比较。'],
    [
      'Splits of the funnel',
      'By grade, department, region, salesperson, product or source, compared with the period before of the same length.',
    ],
  ),
  'F-05': rule(
    '—',
    [
      '阶段用时与停滞',
      '从首次进入某阶段到首次进入更后阶段的天数，取中位数和 90 分位；在一个阶段停留超过规定天数算停滞。',
    ],
    [
      'Time in a stage',
      'Days from first entering a stage to first entering a later one, as median and 90th percentile; an open opportunity that stays longer than allowed is stalled.',
    ],
  ),
  'F-06': rule(
    '—',
    [
      '赢单率与速度',
      '赢单率是签约数占已关闭数的比例；速度把在谈数量、赢单率、平均签约额和平均周期合成每天的金额。',
    ],
    [
      'Win rate and velocity',
      'The win rate is signed over closed; velocity combines open count, win rate, mean signed amount and mean cycle into yuan a day.',
    ],
  ),
  'F-07': rule(
    '—',
    ['加权金额', '在谈金额按同等级、到过同一阶段的历史商机最终签约的比例加权；样本太少时改用全部等级。'],
    [
      'Weighted pipeline',
      'Open amounts weighed by the share of past ones of the same grade and stage that were signed; with too few of them, by that of all grades.',
    ],
  ),
  'F-08': rule(
    '001 sec. 2; 000 part 2',
    ['其他流程', '新客户准入和报装也用同样的漏斗看，各有自己的阶段。'],
    [
      'Other processes',
      'Admitting new customers and gas installations use the same funnel with stages of their own.',
    ],
  ),
  'F-09': rule(
    '004; 000 part 3 (2)',
    ['丢单分析', '按原因、到达阶段、等级、产品和业务员看丢单，并标出没写原因的比例。'],
    [
      'Lost opportunities',
      'Losses by reason, stage reached, grade, product and salesperson, with the share that gives no reason.',
    ],
  ),
};
