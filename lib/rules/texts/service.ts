import { type RuleTexts, rule } from './text';

/** S, C and D: service desk, complaints, customer files. */
export const serviceTexts: RuleTexts = {
  'S-01': rule(
    '001 sec. 3 part 2 (4)',
    ['服务类别', '服务分收费、合同和保修免费三类，分别统计次数、工时和费用。'],
    ['Charge types', 'Service is paid, by contract or free under guarantee; count, hours and fees of each.'],
  ),
  'S-02': rule(
    '001 sec. 3 part 2 (16)',
    ['到达时限', '从叫修到到达按工作时间计，市区和郊区各有时限；没到达而时限已过的也算违约。'],
    [
      'Time to arrival',
      'Working time from call to arrival, with a limit for urban and suburban zones; not arrived after the limit is a breach too.',
    ],
    ['calendar.hours'],
  ),
  'S-03': rule(
    '001 sec. 3 part 2 (15)',
    ['次日优先', '当天没有派工的叫修进入次日优先清单。'],
    ['Next day first', "A call not dispatched on its day is on the next day's priority list."],
  ),
  'S-04': rule(
    '001 sec. 3 part 2 (8–11)',
    ['超期维修', '约定时间内没修完的报主管；带回未归还的物品按天数列出。'],
    [
      'Repairs overdue',
      'A repair not done by the promised time is reported; items taken in and not returned are listed with their age.',
    ],
  ),
  'S-05': rule(
    '001 sec. 3 part 2 (17)',
    ['保养合同到期', '即将到期、未通知、通知后未走访或未续约的保养合同逐一列出，并算续约率。'],
    [
      'Contracts that end',
      'Maintenance contracts about to end, not notified, not visited since or not renewed are listed, with the renewal rate.',
    ],
  ),
  'S-06': rule(
    '001 sec. 3 part 2 (20–21)',
    ['满意度调查卡', '每次叫修都寄卡，不抽样；按收回的卡统计四项的平均分和各档比例。'],
    [
      'Satisfaction cards',
      'Every call gets a card; mean and share of each level of the four items over the cards returned.',
    ],
  ),
  'S-07': rule(
    '001 sec. 3 part 2 (12–14)',
    ['工作日报', '按类别和人员汇总每日工时，逐级上报。'],
    ['Daily report', 'Hours by category and technician, rolled up level by level.'],
  ),
  'S-08': rule(
    '002 part 3, 9.3–9.4',
    ['重复服务率', '期内完成的任务中重复服务所占的比例，按原因和人员看。'],
    [
      'Repeat rate',
      'The share of the jobs finished in the period that are repeats, by cause and technician.',
    ],
  ),
  'S-09': rule(
    '001 sec. 3 part 2 (6, 15)',
    ['服务凭证', '凭证要客户签字并在登记簿注销，缺一项就列出。'],
    [
      'Service vouchers',
      'A voucher is signed by the customer and closed in the register; one without the other is listed.',
    ],
  ),
  'S-10': rule(
    '001 sec. 3 part 2 (7), (10)',
    ['当日收费', '收费服务当场收款或当日开票，带回维修的在归还日办理；都没有的列出金额。'],
    [
      'Collected the same day',
      'A paid call is collected or invoiced on its day, a repair on the day of its return; what is neither is listed.',
    ],
  ),
  'S-11': rule(
    '001 sec. 3 part 2 (12–14), (20)',
    ['日报与寄卡时限', '在岗人员每天交日报，缺报的按天列出；调查卡在一个工作日内寄出。'],
    [
      'Reports and cards in time',
      'Everybody on duty reports daily, missing ones are listed; cards go out within a working day.',
    ],
  ),
  'C-01': rule(
    '001 sec. 3 part 2 (22–24)',
    ['投诉分级', '投诉分一般和重大，重大的上报；不论大小都由主管或专人走访。'],
    [
      'Grades of complaints',
      'Complaints are general or serious, serious ones go up; each is visited by a supervisor or somebody sent.',
    ],
  ),
  'C-02': rule(
    '002 part 2, 1.1, 2.2.5',
    ['检测异议', '对检测报告的异议要在规定天数内提出和书面答复，紧急的按工作日计。'],
    [
      'Objection to a test report',
      'It is raised and answered in writing within set days; urgent ones within working days.',
    ],
  ),
  'C-03': rule(
    '003',
    ['处理步骤', '记录、指派、方案、解决、回访五步，看在办、超期和各步用时。'],
    [
      'Steps of a complaint',
      'Recorded, assigned, solution agreed, resolved, followed up: what is open, overdue, and the time of each step.',
    ],
  ),
  'C-04': rule(
    '002 part 4, 6',
    ['年度满意度调查', '每年至少做一次全面的满意度调查。'],
    ['Yearly survey', 'At least one full satisfaction survey a year.'],
  ),
  'C-05': rule(
    '003',
    ['及时回复', '投诉和咨询在规定小时内回复，VIP 和 K 级客户优先。'],
    ['Timely reply', 'Complaints and inquiries are answered within set hours, VIP and K customers first.'],
  ),
  'C-06': rule(
    '002 part 2, 3–4; 001 sec. 3 part 2 (22)',
    ['客户满意为止', '客户不满意就重开，满意并被告知结果才算结束。'],
    [
      'Until satisfied',
      'A complaint ends when the customer is satisfied and was told the outcome; otherwise it is reopened.',
    ],
  ),
  'C-07': rule(
    '003',
    ['重复投诉', '同一客户同类投诉在规定天数内再次发生的，要写原因和措施。'],
    [
      'Repeated problem',
      'The same customer and kind again within the set days: cause and measure are asked for.',
    ],
  ),
  'D-01': rule(
    '000 part 3; 002 part 4–5',
    ['档案完整', '客户越深入，必填的内容越多；按业务员和部门看必填项的填写比例。'],
    [
      'Complete files',
      'The further a customer has come, the more fields are required; the share filled, by salesperson and department.',
    ],
  ),
  'D-02': rule(
    '004 part 1',
    ['档案更新', '客户资料每年至少更新一次。'],
    ['Fresh files', 'A customer record is updated at least once a year.'],
  ),
  'D-03': rule(
    '000 part 2',
    ['报装档案', '通气后四份材料齐全才算完整；居民报装按标准收费，金额不符的列出，各单据姓名地址要一致。'],
    [
      'Installation files',
      'Complete with its four papers once gas is on; a household fee that differs from the standard is listed, and names and addresses agree.',
    ],
  ),
  'D-04': rule(
    '002 part 5, 6.1',
    ['月度市场情况', '业务员每月第一个周一交市场情况，迟交和缺交的列出。'],
    [
      'Monthly market report',
      'Each salesperson reports on the first Monday of the month; late and missing ones are listed.',
    ],
  ),
};
