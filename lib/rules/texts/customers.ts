import { type RuleTexts, rule } from './text';

/** O and V: who owns a customer, and visits. */
export const customerTexts: RuleTexts = {
  'O-01': rule(
    '000 part 1 art. 3',
    ['及时录入', '收集到的客户资料要在规定的工作日内录入。'],
    [
      'Entered in time',
      'Customer data is entered within the set number of working days after it was collected.',
    ],
  ),
  'O-02': rule(
    '000 part 1 art. 4',
    ['客户归属冲突', '税号、名称或电话相同而业务员不同的记录算冲突，先录入的拥有，由经理裁定。'],
    [
      'Conflicting ownership',
      'Records with the same tax number, name or phone under different salespeople conflict; the first one entered owns, the manager decides.',
    ],
  ),
  'O-03': rule(
    '000 part 1 art. 4',
    ['首次联系', '新分配的客户要在规定天数内联系，否则经理可以改派。'],
    [
      'First contact',
      'A newly assigned customer is contacted within the set days; otherwise the manager may reassign it.',
    ],
    ['contact.first_within'],
  ),
  'O-04': rule(
    '000 part 1 art. 2 (5), 4 (2), 4 (3)',
    ['待分配客户', '没有业务员的客户列出待分配，建议给同区域里负荷相对能力最低的人，由经理决定。'],
    [
      'Customers to assign',
      'Customers without an owner are listed, with the least loaded salesperson of their region as a proposal; the manager decides.',
    ],
  ),
  'O-05': rule(
    '000 part 1 art. 3',
    ['建档审核与报送', '新客户资料先由经理审核再录入，录入后按期报送市场部。'],
    [
      'Review of new files',
      'A new file is reviewed by the manager before it is entered, and sent on to marketing in time after the entry.',
    ],
  ),
  'V-01': rule(
    '000 part 1 art. 5 (4)',
    ['外访先批', '外访单要在出发前批准；没有批准或批准晚于出发都是违规，没写目的也会列出。'],
    [
      'Approved before leaving',
      'A field visit is approved before departure; no approval or a later one is a breach, and a missing purpose is a finding.',
    ],
  ),
  'V-02': rule(
    '000 part 1 art. 5 (4)',
    ['面谈纪要', '面谈后要在规定的工作日内提交纪要；期限未到的是待交，过期未交算迟交。'],
    [
      'Minutes',
      'Minutes of a meeting are filed within the set working days; before the deadline they are pending, after it late.',
    ],
  ),
  'V-03': rule(
    '000 part 1 art. 5 (4)',
    ['纪要审阅与确认', '纪要由经理审阅，并由客户确认收到。'],
    ['Review and confirmation', 'Minutes are reviewed by the manager and confirmed by the customer.'],
  ),
  'V-04': rule(
    '000 part 1 art. 5 (1)',
    ['首次接触方式', '首次接触不宜是陌生电话：显示期内首次接触中电话所占的比例。'],
    [
      'How contact began',
      'A first contact should not be a cold call: the share of first contacts in the period that were by phone.',
    ],
  ),
  'V-05': rule(
    '004',
    ['方式与角色', '接触分外访、电话、邮寄、展会、来企和其他；对方的人分决策者、影响者、使用者等角色。'],
    [
      'Methods and roles',
      'Contacts are field visits, calls, mail, exhibitions, receptions or other; the person met has a role such as decision maker or user.',
    ],
  ),
  'V-06': rule(
    '001 sec. 3 part 1 (6) item 6',
    ['覆盖与集中', '覆盖率是期内面谈过的客户占名下客户的比例；集中度看面谈有多少落在最常去的一成客户上。'],
    [
      'Coverage',
      'Coverage is the share of assigned customers met in the period; concentration is the share of meetings that went to the most visited tenth.',
    ],
  ),
  'V-07': rule(
    '004',
    ['走访成效', '走访当天或之后几天内有销售的客户占走访客户的比例，以及新客户和计划完成情况。'],
    [
      'Success of visits',
      'The share of customers met that bought on the day or within some days after, with new customers and planned against done.',
    ],
  ),
  'V-08': rule(
    '000 part 1 art. 5 (3); 004',
    ['接触决策者', '进入方案阶段以后的在谈商机，至少应接触过一次决策者。'],
    [
      'Decision makers',
      'Open opportunities from the solution stage on should have at least one contact with a decision maker.',
    ],
  ),
  'V-09': rule(
    '000 part 1 art. 5 (4)',
    ['接触都要记录', '每次接触都要留记录，电话也算；纪要未审阅或客户未确认的面谈按业务员列出。'],
    [
      'Everything is recorded',
      'Every contact is recorded, calls too; meetings without review or confirmation are listed by salesperson.',
    ],
  ),
  'V-10': rule(
    '004',
    ['记录互证', '走访单与客户卡互相对照，时间冲突、集中补交、内容雷同都列为疑问，不作结论。'],
    [
      'Records against each other',
      'Visit forms are held against customer cards; clashes of time, bursts and identical texts are questions, not verdicts.',
    ],
  ),
  'V-11': rule(
    '003',
    ['礼品与接待', '礼品和接待要先批，费用按客户与其销售对照。'],
    [
      'Gifts and receptions',
      'Gifts and receptions are approved before; their cost is set against the sales of the customer.',
    ],
  ),
};
