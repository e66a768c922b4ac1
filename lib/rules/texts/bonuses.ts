import { type RuleTexts, rule } from './text';

/** B: service bonuses. */
export const bonusTexts: RuleTexts = {
  'B-01': rule(
    '002 part 3, 4.1',
    ['任务点数', '以任务上登记的点数为准，没有登记的用完成当天有效的系数乘数量；计入完成的月份。'],
    [
      'Points of a job',
      'As recorded on the job, else the coefficient in force on the day it finished times the quantity; they count in the month of finishing.',
    ],
  ),
  'B-02': rule(
    '002 part 3, 9.4',
    [
      '个人原因重复服务',
      '因个人原因再次服务的，从原任务的技术员扣掉这次的点数；原任务查不到的，由做这次服务的人承担。',
    ],
    [
      'Repeat of personal cause',
      'It costs the technician of the original job the points of the repeat; where that job is unknown, the one who did the repeat.',
    ],
  ),
  'B-03': rule(
    '002 part 3, 4.2',
    ['安全事故扣点', '当月每起安全事故扣点；公司也可以定为每月只扣一次。'],
    ['Safety accidents', 'Each accident of the month takes points; a company can read it as once a month.'],
  ),
  'B-04': rule(
    '002 part 3, 4.1',
    ['月度绩效', '净点数超过基数的部分按每点单价计发，不足基数不倒扣。'],
    [
      'Performance pay',
      'Net points above the base are paid at the rate of a point; below the base nothing is owed back.',
    ],
  ),
  'B-05': rule(
    '002 part 3, 5.1',
    ['季度评优', '全员按季度考核得分排名，同分同名次；并列跨过奖励界线的先按计算显示，等人裁定。'],
    [
      'Quarter awards',
      "Everybody is ranked by the quarter's score, equal scores share a rank; a tie across the end of an award is flagged for a decision.",
    ],
  ),
  'B-06': rule(
    '002 part 3, 9.1, 9.2',
    ['表扬与节约奖励', '表扬信和核实的成本节约按记录的金额奖励，金额必须在规定范围内。'],
    [
      'Praise and savings',
      'Praise letters and verified savings bring the amount of their record, which must lie in the set range.',
    ],
  ),
  'B-07': rule(
    '002 part 3, 9.5, 9.6',
    [
      '罚款',
      '服务记录未签又未免签的每次罚款，个人原因成立的投诉或强烈不满每次罚款；还在调查或不知是否签字的只列出，不罚。',
    ],
    [
      'Fines',
      'For each unsigned record that is not waived and each complaint of established personal cause; what is under inquiry or not known is listed and fined to nobody.',
    ],
  ),
  'B-08': rule(
    '002 part 3, 9.3',
    [
      '无重复服务奖',
      '项目最后一次调试后的观察期内没有因遗漏或个人原因重复服务的，奖励调试人一次，计入观察期结束的半年。',
    ],
    [
      'No repeat service',
      'A project without a repeat of omission or personal cause in the months after its last commissioning earns its technician a reward once, in the half-year in which they end.',
    ],
  ),
  'B-09': rule(
    '002 part 3, 8.1–8.4',
    [
      '备件提成',
      '全额回款后按元器件毛利率定提成比例，服务费低于人天标准的不提；个人与团队按比例分，季度后发放。',
    ],
    [
      'Parts commission',
      'Once received in full, at a rate set by the margin of the components; none where the fee is below that of the person-days. Split between technician and team, paid after the quarter.',
    ],
  ),
  'B-10': rule(
    '002 part 3, art. 10',
    ['应发合计', '月度为绩效加奖励减罚款，可为负；季度为评优加备件提成，半年为无重复服务奖；均为税前。'],
    [
      'Totals',
      'A month is pay plus rewards less fines and may be negative; a quarter is award plus commission, a half-year the reward for projects; all before tax.',
    ],
  ),
  'B-11': rule(
    '001 sec. 3 part 2 (19)',
    ['满意度', '客户满意度随单展示，不改变金额。'],
    ['Satisfaction', 'The ratings of satisfaction cards stand beside the statement and change no amount.'],
  ),
  'B-12': rule(
    '—',
    ['月度关账', '关账后的月份不再变；之后的数据变化作为调整列入第一个未关账的月份。'],
    [
      'Closing a month',
      'A closed month no longer changes; later data shows as an adjustment in the first open month.',
    ],
  ),
  'B-13': rule(
    '002 part 3, 8.3, art. 10',
    ['核对步骤', '由服务部统计，财务和人力核实后才能关账；谁在何时确认写在单上。'],
    [
      'Steps of sign-off',
      'The service department compiles, finance and HR verify, then it is closed; who and when stands on the statement.',
    ],
  ),
};
