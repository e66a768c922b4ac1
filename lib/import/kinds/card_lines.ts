import { date, decimal, defineKind, text } from '../kind';

export const cardLines = defineKind({
  name: 'card_lines',
  zh: '客户卡',
  en: 'Customer card lines',
  key: ['customer_id', 'date', 'product'],
  columns: {
    customer_id: text('客户编号', { required: true, aliases: ['客户编码', '客户代码'] }),
    date: date('日期', { required: true, aliases: ['拜访日期'] }),
    product: text('产品', { required: true, aliases: ['产品名称', '品名', '品种'] }),
    route: text('路号', { aliases: ['线路', '路线', '拜访线路'] }),
    visit_weeks: text('访周次'),
    trade_class: text('业种', { aliases: ['渠道', '网点类型', '类别代号'] }),
    opening: decimal('期初库存', 3, { aliases: ['上期存货', '上次库存'] }),
    purchased: decimal('进货', 3, { aliases: ['进货量', '订货'] }),
    sold: decimal('销货', 3, { aliases: ['销量', '动销'] }),
    closing: decimal('期末库存', 3, { aliases: ['存货', '本次库存', '现存量'] }),
  },
  references: [
    {
      column: 'customer_id',
      kind: 'customers',
      to: 'customer_id',
      byName: { header: ['客户名称', '客户'], column: 'name' },
    },
  ],
});
