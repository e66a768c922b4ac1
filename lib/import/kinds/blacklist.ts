import { code, date, defineKind, text } from '../kind';

export const blacklist = defineKind({
  name: 'blacklist',
  zh: '黑名单',
  en: 'Blacklist',
  key: ['customer_id', 'scope', 'department', 'listed_on'],
  columns: {
    customer_id: text('客户编号', { required: true, aliases: ['客户编码', '客户代码'] }),
    scope: code(
      '范围',
      [
        { code: 'department', zh: '部门', aliases: ['部门级', '部门黑名单'] },
        { code: 'company', zh: '公司', aliases: ['公司级', '公司黑名单'] },
      ],
      { required: true, aliases: ['级别', '黑名单范围'] },
    ),
    department: text('销售部门', { aliases: ['部门', '所属部门'] }),
    listed_on: date('列入日期', { required: true, aliases: ['拉黑日期', '登记日期'] }),
    removed_on: date('移出日期', { aliases: ['解除日期'] }),
    reason: text('原因', { aliases: ['列入原因', '说明'] }),
  },
  rules: [
    {
      name: 'department_missing',
      column: 'department',
      brokenWhen: `scope = 'department' and department is null`,
      zh: '部门黑名单必须写明销售部门。请填「销售部门」，或把范围改为公司。',
      en: 'A department blacklist entry needs its department. Fill in "department", or set the scope to company.',
    },
  ],
  references: [
    {
      column: 'customer_id',
      kind: 'customers',
      to: 'customer_id',
      byName: { header: ['客户名称', '客户'], column: 'name' },
    },
  ],
});
