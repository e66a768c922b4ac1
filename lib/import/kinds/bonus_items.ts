import { defineKind, money, period, text } from '../kind';

export const bonusItems = defineKind({
  name: 'bonus_items',
  zh: '其他激励',
  en: 'Other bonus items',
  fileNames: ['激励'],
  // 项目编号 is also another kind's column, so the kind is proved by 依据制度.
  key: ['item_id'],
  columns: {
    item_id: text('项目编号', { required: true, aliases: ['激励编号'] }),
    technician_id: text('人员编号', { required: true, aliases: ['工号', '员工编号'] }),
    period: period('期间', ['month', 'quarter', 'half', 'year'], { required: true, aliases: ['激励期间'] }),
    regulation: text('依据制度', { required: true, aliases: ['制度名称', '依据'] }),
    amount: money('金额', { required: true, aliases: ['激励金额'] }),
    payer: text('发放单位', { aliases: ['付款单位'] }),
    note: text('说明', { aliases: ['备注'] }),
  },
  references: [
    {
      column: 'technician_id',
      kind: 'technicians',
      to: 'technician_id',
      byName: { header: ['姓名', '工程师', '技术员', '服务人员'], column: 'name' },
    },
  ],
});
