import { describe, expect, it } from 'vitest';
import { kinds } from '@/lib/import/kinds';
import { planOfRecognition, type Recognition, recogniseKind } from '@/lib/import/recognise';

/** A table as people write it: the first line is the header, `|` separates. */
function see(table: string, fileName = '导出.csv'): Recognition & { header: string[] } {
  const [head = '', ...lines] = table.trim().split('\n');
  const cut = (line: string) => line.split('|').map((c) => c.trim());
  const header = cut(head);
  const sample = lines.map((line) => ({ cells: cut(line).map((c) => (c === '' ? null : c)) }));
  return { ...recogniseKind(header, sample, fileName), header };
}

const columns = (r: Recognition & { header: string[] }) =>
  Object.fromEntries(r.columns.map((c) => [c.column, r.header[c.from]]));
const blocking = (r: Recognition) => r.questions.filter((q) => q.blocking).map((q) => q.about);

describe('every kind', () => {
  it.each(kinds.map((k) => [k.name, k] as const))(
    '%s is recognised by its canonical and by its Chinese headers',
    (name, kind) => {
      for (const header of [kind.columns.map((c) => c.name), kind.columns.map((c) => c.zh)]) {
        const r = recogniseKind(header, [], `${kind.name}.csv`);
        expect(r.kind).toBe(name);
        expect(r.missing).toEqual([]);
        expect(r.unknown).toEqual([]);
        expect(r.columns.map((c) => c.column).sort()).toEqual(kind.columns.map((c) => c.name).sort());
      }
    },
  );
});

describe('which kind', () => {
  it('short headers that many kinds share do not decide', () => {
    const r = see('日期|单据编号|客户编号|单据类型|金额|核销单号\n2026-03-05|L1|C1|收款单|5|L0');
    expect(r.kind).toBe('ledger');
    expect(columns(r)).toMatchObject({ entry_id: '单据编号', kind: '单据类型', settles: '核销单号' });
  });

  it('values tell people of the sales from people of the service', () => {
    const head = '工号|姓名|岗位|部门|入职日期';
    expect(see(`${head}\nT1|张三|服务工程师|客服部|2024-01-01`).kind).toBe('technicians');
    expect(see(`${head}\nS1|李四|分公司经理|华东部|2024-01-01`).kind).toBe('salespeople');
  });

  it('between equals the name of the file decides, and without it a person', () => {
    const head = '工号|姓名|岗位|部门';
    expect(see(head, '服务人员名册.xlsx').kind).toBe('technicians');
    expect(see(head, '业务人员 2026.csv').kind).toBe('salespeople');
    const r = see(head, '名单.csv');
    expect(r.kind).toBeNull();
    expect(r.questions[0]?.options.sort()).toEqual(['salespeople', 'technicians']);
    expect(planOfRecognition(r, r.header)).toEqual([]);
    expect(r.questions[0]?.zh).toMatch(/^表头同样符合「(业务人员|服务人员)」、「(业务人员|服务人员)」/);
    expect(r.questions[0]?.en).toMatch(/^The headers fit ".+" and ".+" alike/);
  });

  it('where none fits, the nearest is told with what it lacks', () => {
    const [question] = see('日期|数量|温度|湿度|风向\n2026-03-05|5|21|40|北').questions;
    expect(question?.options[0]).toBe('ledger');
    expect(question?.zh).toContain('最接近的是「客户台账」，但缺少必需的列：流水号、客户编号、类型、金额');
    expect(question?.en).toContain('it lacks required columns: entry_id, customer_id, kind, amount');
  });

  it('a kind that a person has chosen takes what fits, however little', () => {
    const header = ['opportunity_id', 'sales_agent', 'account', 'deal_stage', 'engage_date', 'close_value'];
    expect(recogniseKind(header, [], 'pipeline.csv').kind).toBeNull();
    const chosen = kinds.filter((k) => k.name === 'opportunities');
    const r = recogniseKind(header, [], 'pipeline.csv', chosen);
    expect(r.kind).toBe('opportunities');
    expect(r.columns.map((c) => [c.column, header[c.from]])).toContainEqual([
      'opportunity_id',
      'opportunity_id',
    ]);
    expect(r.missing).toContain('stage');
  });

  it('the name of the file does not outvote the columns', () => {
    expect(see('商机编号|阶段|创建日期|预计金额|丢单原因\nO1|签约|2026-01-01|5|', '客户台账.csv').kind).toBe(
      'opportunities',
    );
  });

  it('到达时间 is an instant of a call and a mark of a survey: the kind is known first', () => {
    const survey = see('叫修编号|寄出日期|态度|技术|到达时间|承诺办理\nK1|2026-01-01|4|3|很满意|2');
    expect(survey.kind).toBe('surveys');
    const call = see(
      '叫修编号|客户编号|区域类型|服务类别|叫修时间|到达时间\nK1|C1|市区|A|2026-01-01 09:00|2026-01-01 11:00',
    );
    expect(call.kind).toBe('service_calls');
  });

  it('a table that nobody knows has no kind and every header is unknown', () => {
    const r = see('foo|bar\n1|2');
    expect(r.kind).toBeNull();
    expect(r.unknown.map((u) => u.header)).toEqual(['foo', 'bar']);
  });

  it('a required column that is missing is named', () => {
    const r = see('商机编号|商机名称|业务员|预计金额|预计签约日期|丢单原因\nO1|x|张三|5|2026-01-01|');
    expect(r.kind).toBe('opportunities');
    expect(r.missing).toEqual(['stage']);
  });
});

describe('which column', () => {
  it('客户级别 by its values: letters are grades, names are tiers', () => {
    const grade = see('客户编号|客户名称|客户级别\nC1|甲|A\nC2|乙|K类');
    expect(columns(grade)).toMatchObject({ grade: '客户级别' });
    const tier = see('客户编号|客户名称|客户级别\nC1|甲|VIP\nC2|乙|合格');
    expect(columns(tier)).toMatchObject({ tier: '客户级别' });
    expect(columns(see('客户编号|客户名称|客户级别\nC1|甲|一级\nC2|乙|二级'))).not.toHaveProperty('grade');
  });

  it('客户分级 with letters is the grade, 客户等级 with names the tier', () => {
    const r = see('客户编号|客户名称|客户分级|客户等级\nC1|甲|A|VIP\nC2|乙|B|优选');
    expect(columns(r)).toMatchObject({ grade: '客户分级', tier: '客户等级' });
  });

  it('客户性质 is the kind only when its values say so', () => {
    expect(columns(see('客户编号|客户名称|客户性质\nC1|甲|购销\nC2|乙|零售'))).toMatchObject({
      kind: '客户性质',
    });
    const other = see('客户编号|客户名称|客户性质\nC1|甲|国企\nC2|乙|民营');
    expect(other.unknown.map((u) => u.header)).toEqual(['客户性质']);
  });

  it('负责人 of customers is an owner when the names repeat, else the customer’s own', () => {
    const owner = see('客户编号|客户名称|负责人\nC1|甲|张三\nC2|乙|张三\nC3|丙|李四\nC4|丁|张三\nC5|戊|李四');
    expect(columns(owner)).toMatchObject({ owner: '负责人' });
    const principal = see(
      '客户编号|客户名称|负责人\nC1|甲|赵一\nC2|乙|钱二\nC3|丙|孙三\nC4|丁|李四\nC5|戊|周五',
    );
    expect(columns(principal)).not.toHaveProperty('owner');
  });

  it('the amount with tax and the date of the business win; the others are said', () => {
    const r = see(
      '流水号|制单日期|日期|业务日期|客户编号|类型|金额|价税合计|税额|单价\nL1|2026-01-03|2026-01-02|2026-01-01|C1|销售|100|113|13|50',
    );
    expect(columns(r)).toMatchObject({ amount: '价税合计', date: '业务日期' });
    expect(r.unknown.map((u) => [u.header, u.beatenFor])).toEqual([
      ['制单日期', undefined],
      ['日期', 'date'],
      ['金额', 'amount'],
      ['税额', undefined],
      ['单价', undefined],
    ]);
  });

  it('creators and clerks are no owners', () => {
    const r = see('客户编号|客户名称|创建人|制单人|前负责人|协作人\nC1|甲|张三|张三|张三|张三');
    expect(columns(r)).not.toHaveProperty('owner');
  });

  it('a mobile number goes before a landline, and the landline fills its gaps', () => {
    const r = see('客户编号|客户名称|电话|手机\nC1|甲|021-55|138');
    const phone = planOfRecognition(r, r.header)[0]?.columns.find((c) => c.column === 'phone');
    expect(phone?.sources).toEqual([
      { from: 'header', index: 3, header: '手机' },
      { from: 'header', index: 2, header: '电话' },
    ]);
  });

  it('联系方式 is a phone of customers and a method of visits', () => {
    expect(columns(see('客户编号|客户名称|联系方式\nC1|甲|138'))).toMatchObject({ phone: '联系方式' });
    const visit = see(
      '走访单号|客户编号|业务员|联系方式|拜访时间\nV1|C1|张三|电话|2026-01-01 09:00\nV2|C1|张三|上门|2026-01-02',
    );
    expect(columns(visit)).toMatchObject({ method: '联系方式' });
  });

  it('the last contact is no update', () => {
    const r = see('客户编号|客户名称|最后跟进时间|更新时间\nC1|甲|2026-01-01|2026-02-01');
    expect(columns(r)).toMatchObject({ updated_on: '更新时间' });
    expect(r.unknown.map((u) => u.header)).toEqual(['最后跟进时间']);
  });

  it('万元 in a header scales, 分钟 divides', () => {
    const money = see('流水号|日期|客户编号|类型|金额(万元)\nL1|2026-01-01|C1|销售|1.5');
    expect(planOfRecognition(money, money.header)[0]?.columns.find((c) => c.column === 'amount')?.scale).toBe(
      10_000,
    );
    const hours = see('日期|人员编号|工作类别|工时（分钟）\n2026-01-01|T1|维修|90');
    expect(planOfRecognition(hours, hours.header)[0]?.columns.find((c) => c.column === 'hours')?.divide).toBe(
      60,
    );
  });

  it('a customer without a number is found by name', () => {
    const r = see('走访单号|客户名称|业务员|方式|拜访时间\nV1|某公司|张三|电话|2026-01-01');
    expect(r.missing).toEqual([]);
    expect(r.names).toEqual([
      { column: 'customer_id', index: 1, header: '客户名称', kind: 'customers', nameColumn: 'name' },
    ]);
  });

  it('a name that carries the number gives it', () => {
    const r = see(
      '走访单号|客户|业务员|方式|拜访时间\nV1|C001-某公司|张三|电话|2026-01-01\nV2|C002-另一家|张三|电话|2026-01-02',
    );
    const plan = planOfRecognition(r, r.header)[0];
    expect(plan?.columns.find((c) => c.column === 'customer_id')).toMatchObject({ part: 'code' });
  });

  it('numbers with a fraction of zeros are keys', () => {
    const r = see(
      '流水号|日期|客户编号|类型|金额\nL1|2026-01-01|17850.0|销售|5\nL2|2026-01-01|13047.0|销售|5',
    );
    const plan = planOfRecognition(r, r.header)[0];
    expect(plan?.columns.find((c) => c.column === 'customer_id')?.asInteger).toBe(true);
    expect(plan?.columns.find((c) => c.column === 'entry_id')?.asInteger).toBeUndefined();
  });

  it('owners are read as people: the plan says so', () => {
    const r = see('客户编号|客户名称|业务员\nC1|甲|公海');
    expect(planOfRecognition(r, r.header)[0]?.columns.find((c) => c.column === 'owner')?.owner).toBe(true);
  });
});

describe('tables of another shape', () => {
  it('month columns of a target sheet become rows, with the year of the file', () => {
    const r = see(
      '业务员|销售部门|1月(万元)|2月(万元)|3月(万元)|合计\n张三|华东|5|6|7|18',
      '2026年销售目标.xlsx',
    );
    expect(r.kind).toBe('targets');
    expect(r.unpivot).toMatchObject({
      monthColumn: 'month',
      valueColumn: 'sales_amount',
      year: { from: 'constant', year: 2026 },
    });
    expect(r.unpivot?.months.map((m) => m.month)).toEqual([1, 2, 3]);
    expect(r.unknown.map((u) => u.header)).toEqual(['合计']);
    expect(blocking(r)).toEqual([]);
    const amount = planOfRecognition(r, r.header)[0]?.columns.find((c) => c.column === 'sales_amount');
    expect(amount).toEqual({
      column: 'sales_amount',
      sources: [{ from: 'unpivot', what: 'value' }],
      scale: 10_000,
    });
  });

  it('months in different units are not added up', () => {
    expect(blocking(see('业务员|1月|2月|3月(万元)\n张三|5|6|7', '2026年销售目标.xlsx'))).toEqual(['header']);
  });

  it('the figure of the months is the one that the file names', () => {
    expect(see('业务员|1月|2月|3月\n张三|5|6|7', '2026拜访计划.xlsx').unpivot?.valueColumn).toBe('visits');
  });

  it('without a year the person is asked', () => {
    expect(blocking(see('业务员|1月|2月|3月\n张三|5|6|7', '销售目标.xlsx'))).toEqual(['year']);
    const column = see('年度|业务员|1月|2月|3月\n2026|张三|5|6|7', '销售目标.xlsx');
    expect(column.unpivot?.year).toEqual({ from: 'header', index: 0 });
    expect(blocking(column)).toEqual([]);
  });

  it('a quarter without a year takes it from the column 年度', () => {
    const r = see('年度|季度|人员编号|考核得分\n2026|1季度|T1|90');
    expect(r.kind).toBe('assessments');
    expect(planOfRecognition(r, r.header)[0]?.columns.find((c) => c.column === 'quarter')?.sources).toEqual([
      { from: 'with_year', year: 0, index: 1 },
    ]);
  });

  it('debit and credit columns give a sale and a payment', () => {
    const r = see('凭证号|日期|客户编号|借方金额|贷方金额\n1|2026-01-01|C1|100|\n2|2026-01-02|C1||60');
    const plans = planOfRecognition(r, r.header);
    expect(plans).toHaveLength(2);
    expect(plans.map((p) => p.columns.find((c) => c.column === 'kind')?.sources)).toEqual([
      [{ from: 'constant', value: 'sale' }],
      [{ from: 'constant', value: 'payment' }],
    ]);
    expect(plans.map((p) => p.columns.find((c) => c.column === 'amount')?.sources[0])).toMatchObject([
      { index: 3 },
      { index: 4 },
    ]);
    expect(plans.map((p) => p.drops[0]?.index)).toEqual([3, 4]);
    expect(plans.every((p) => p.missing.length === 0)).toBe(true);
  });
});

describe('what is asked, never guessed', () => {
  const ledger = (amount: string, date = '2026-01-01') =>
    see(`流水号|日期|客户编号|类型|金额\nL1|${date}|C1|销售|${amount}\nL2|${date}|C1|销售|5`);

  it.each(['1052,75元', '11,50万元', '1.052,75', '1,5', '12345,6789'])(
    '%s may be a decimal comma',
    (value) => {
      expect(blocking(ledger(value))).toEqual(['decimal_comma']);
    },
  );

  it.each(['1,052.75', '1,234,567', '108,570.02', '1,234', '¥1,000', '1052.75'])(
    '%s is no decimal comma',
    (value) => {
      expect(blocking(ledger(value))).toEqual([]);
    },
  );

  it('3/4/2016 may be either day; 13/4/2016 proves its order', () => {
    expect(ledger('5', '3/4/2016').questions.map((q) => [q.about, q.blocking])).toEqual([
      ['date_order', false],
    ]);
    expect(ledger('5', '13/4/2016').questions).toEqual([]);
    expect(ledger('5', '12/12/2016').questions.map((q) => q.about)).toEqual(['date_order']);
  });

  it('voided documents are asked about', () => {
    const r = see(
      '单据编号|单据日期|客户编号|单据类型|价税合计|单据状态\nL1|2026-01-01|C1|销售|5|已审核\nL2|2026-01-01|C1|销售|5|作废',
    );
    expect(r.questions).toMatchObject([
      { about: 'header', header: '单据状态', examples: ['作废'], blocking: true },
    ]);
  });

  it('foreign money is read in yuan where the file has it, else asked about', () => {
    const head = '单据编号|单据日期|客户编号|单据类型|金额|币别';
    const asked = see(`${head}\nL1|2026-01-01|C1|销售|5|USD`);
    expect(blocking(asked)).toEqual(['header']);
    const local = see(`${head}|本位币金额\nL1|2026-01-01|C1|销售|5|USD|36`);
    expect(columns(local)).toMatchObject({ amount: '本位币金额' });
    expect(blocking(local)).toEqual([]);
    const yuan = see(`${head}|本位币金额\nL1|2026-01-01|C1|销售|5|人民币|5`);
    expect(columns(yuan)).toMatchObject({ amount: '金额' });
  });

  it('values that no code bears are shown with the codes', () => {
    const r = see('商机编号|阶段|创建日期|预计金额\nO1|签约|2026-01-01|5\nO2|报价|2026-01-01|5');
    expect(r.questions).toMatchObject([
      { about: 'value', column: 'stage', examples: ['报价'], blocking: false },
    ]);
    expect(r.questions[0]?.options).toContain('negotiation');
  });
});
