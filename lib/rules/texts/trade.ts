import { type RuleTexts, rule } from './text';

/** I and A: idle customers, ledger and receivables. */
export const tradeTexts: RuleTexts = {
  'I-01': rule(
    '000 part 1 art. 4',
    ['未首次联系', '从未接触也未成交的客户，分配后超过规定天数仍没有联系。'],
    [
      'No first contact',
      'A customer without any contact or sale has not been contacted within the set days after assignment.',
    ],
    ['contact.methods'],
  ),
  'I-02': rule(
    '004 part 1',
    ['该回访', '成交过的客户，距上次面谈（没有面谈则距首次销售）超过规定天数。'],
    ['Visit due', 'A customer that has bought was last met, or first bought, longer ago than the set days.'],
    ['visit.face_to_face'],
  ),
  'I-03': rule(
    '000 part 3 (3)',
    ['意向该跟进', '有方案阶段及以后在谈商机的客户，距上次联系超过规定天数。'],
    [
      'Intent due',
      'A customer with an open opportunity at the solution stage or later has not been contacted within the set days.',
    ],
    ['contact.methods'],
  ),
  'I-04': rule(
    '000 part 3 (1)',
    ['冷淡客户该联系', '上次被拒绝或没联系上的客户，超过规定天数没有再联系。'],
    [
      'Cold contact due',
      'A customer whose last contact was refused or failed has not been tried again within the set days.',
    ],
    ['contact.methods'],
  ),
  'I-05': rule(
    '000 part 3 (2)',
    ['潜在客户该联系', '其他有过联系的客户，超过规定天数没有联系。'],
    [
      'Prospect due',
      'Any other customer that has been contacted has heard nothing for longer than the set days.',
    ],
    ['contact.methods'],
  ),
  'I-06': rule(
    '—',
    ['停购', '距上次销售超过规定天数。'],
    ['No sale', 'The last sale is longer ago than the set days.'],
  ),
  'I-07': rule(
    '—',
    ['破节奏', '销售日足够多的客户，距上次销售超过其购货间隔中位数的若干倍。'],
    [
      'Off rhythm',
      'A customer with enough sale dates has not bought for several times the median gap between them.',
    ],
  ),
  'I-08': rule(
    '—',
    ['闲置', '至少有一条原因成立即为闲置；逾期从成立原因里最早的到期日算起。'],
    [
      'Idle',
      'A customer is idle when at least one reason applies; it is overdue since the earliest due date among them.',
    ],
  ),
  'I-09': rule(
    '—',
    ['在险金额', '截止日前一段时间的净销售额，名单按它从大到小排列。'],
    [
      'Value at stake',
      'Net sales of the days up to the as-of date; the list is ordered by it, largest first.',
    ],
  ),
  'A-01': rule(
    '001 sec. 3 part 1 (6) items 1, 8',
    ['台账口径', '净销售是销售减退货；余额是期初加销售、减退货和回款、再加退款。'],
    [
      'Kinds of the ledger',
      'Net sales are sales less returns; the balance is opening plus sales, less returns and payments, plus refunds.',
    ],
  ),
  'A-02': rule(
    '—',
    [
      '回款冲抵',
      '指明核销的回款先冲对应的销售，其余回款和退货按日期从最早的销售冲起，退款收回还没用掉的部分。',
    ],
    [
      'Covering sales',
      'Payments that name a sale cover it first; all other payments and returns cover the oldest sales, and refunds take back what is not yet used.',
    ],
  ),
  'A-03': rule(
    '—',
    ['逾期与账龄', '到期日没有冲清的算迟付，至今没冲清且已过到期日的算逾期，按天数分账龄。'],
    [
      'Late, overdue, ageing',
      'A sale not covered on its due date is late; one still open after it is overdue, and its age goes by days.',
    ],
  ),
  'A-04': rule(
    '—',
    ['按期回款率', '期内到期的销售中，按期冲清的金额所占的比例；没有到期的销售就没有这个比率。'],
    [
      'On-time rate',
      'Of the sales due in the period, the share of the amount covered by its due date; with none due there is no rate.',
    ],
    ['receivables.grace_days', 'receivables.default_term'],
  ),
  'A-05': rule(
    '000 part 2 art. 2',
    ['收据连号', '收据号应当连续：缺号、一号多用、号大日期反而早的都列出。'],
    [
      'Receipt numbers',
      'Receipt numbers are continuous: gaps, numbers used twice and numbers out of date order are listed.',
    ],
  ),
  'A-06': rule(
    '000 part 2 art. 3',
    ['流程单编号', '流程单号由当天日期加三位序号组成，每天从 001 起不得断号。'],
    [
      'Control-sheet numbers',
      'A control-sheet number is its date and a three-digit count that starts at 001 each day without a gap.',
    ],
  ),
  'A-07': rule(
    '002 part 1, 3.5',
    ['黑名单交易', '列入黑名单后仍有订单、销售、合同或商机动作的要报警，回款和退款不算。'],
    [
      'Business with the blacklisted',
      'Orders, sales, contracts or moved opportunities after the listing are alerts; payments and refunds are not.',
    ],
  ),
  'A-08': rule(
    '001 sec. 3 part 1 (6); 004',
    ['客户台账', '按客户汇总每月每年的销售、回款和余额，以及增长和名次。'],
    ['Ledger sheet', "A customer's sales, receipts and balance by month and year, with growth and rank."],
  ),
};
