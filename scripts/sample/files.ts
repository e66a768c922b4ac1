/** Which rows go into which file, and how that file is kept: as a system exports it, or as an office has it. */
import type { Row, Tables } from './row';
import type { Layout } from './write';

const utf8 = { is: 'csv', encoding: 'utf-8', separator: ',' } as const;
const bomSemicolon = { is: 'csv', encoding: 'utf-8-bom', separator: ';' } as const;
const gbComma = { is: 'csv', encoding: 'gb18030', separator: ',' } as const;
const gbTab = { is: 'csv', encoding: 'gb18030', separator: '\t' } as const;

export function layouts(tables: Tables): Layout[] {
  const rows = (kind: string): readonly Row[] => {
    const all = tables[kind];
    if (!all || all.length === 0) throw new Error(`The company has no ${kind}.`);
    return all;
  };
  const canonical = (kind: string): Layout => ({
    file: `${kind}.csv`,
    kind,
    headers: 'canonical',
    form: utf8,
    rows: rows(kind),
  });
  const thisYear = (row: Row): boolean => (row.date ?? '') >= '2026-01-01';
  return [
    {
      file: '客户资源登记表.csv',
      kind: 'customers',
      headers: 'zh',
      form: gbComma,
      dates: 'slash',
      rows: rows('customers'),
    },
    {
      ...canonical('ledger'),
      file: 'ledger-2024-2025.csv',
      rows: rows('ledger').filter((r) => !thisYear(r)),
    },
    {
      file: '客户台账2026.csv',
      kind: 'ledger',
      headers: 'zh',
      form: gbTab,
      dates: 'slash',
      thousands: ['amount'],
      rows: rows('ledger').filter(thisYear),
    },
    {
      file: '商机.xlsx',
      kind: 'opportunities',
      headers: 'zh',
      form: { is: 'xlsx', title: '安和康复器械有限公司 商机登记表' },
      tenThousands: ['expected_amount'],
      rows: rows('opportunities'),
    },
    canonical('stage_changes'),
    {
      file: '合同.csv',
      kind: 'contracts',
      headers: 'zh',
      form: gbComma,
      dates: 'zh',
      rows: rows('contracts'),
    },
    canonical('incidents'),
    { file: '黑名单.csv', kind: 'blacklist', headers: 'zh', form: bomSemicolon, rows: rows('blacklist') },
    canonical('tier_history'),
    {
      file: '销售计划.xlsx',
      kind: 'targets',
      headers: 'zh',
      form: { is: 'xlsx', title: '2025–2026 年度销售计划', totals: ['sales_amount'] },
      rows: rows('targets'),
    },
    { file: '收据.csv', kind: 'receipts', headers: 'zh', form: gbComma, rows: rows('receipts') },
    {
      file: '控制流程单.csv',
      kind: 'installations',
      headers: 'zh',
      form: bomSemicolon,
      dates: 'slash',
      rows: rows('installations'),
    },
    canonical('card_lines'),
    {
      file: '客户走访单.xlsx',
      kind: 'visits',
      headers: 'zh',
      form: { is: 'xlsx', title: '客户走访单汇总' },
      rows: rows('visits'),
    },
    canonical('salespeople'),
    canonical('market_reports'),
    canonical('technicians'),
    {
      file: '工作系数表.csv',
      kind: 'coefficients',
      headers: 'zh',
      form: bomSemicolon,
      rows: rows('coefficients'),
    },
    canonical('jobs'),
    {
      file: '奖惩记录.csv',
      kind: 'service_events',
      headers: 'zh',
      form: gbComma,
      dates: 'slash',
      rows: rows('service_events'),
    },
    {
      file: '季度考核.xlsx',
      kind: 'assessments',
      headers: 'zh',
      form: { is: 'xlsx', title: '客服部季度考核得分' },
      rows: rows('assessments'),
    },
    canonical('parts_sales'),
    { file: '其他激励.csv', kind: 'bonus_items', headers: 'zh', form: gbTab, rows: rows('bonus_items') },
    canonical('service_calls'),
    {
      file: '客户意见调查卡.csv',
      kind: 'surveys',
      headers: 'zh',
      form: bomSemicolon,
      dates: 'slash',
      rows: rows('surveys'),
    },
    canonical('complaints'),
    canonical('work_reports'),
  ];
}
