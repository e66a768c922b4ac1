import { date, decimal, defineKind, money, text } from '../kind';

export const partsSales = defineKind({
  name: 'parts_sales',
  zh: '备件销售',
  en: 'Parts sales',
  fileNames: ['备件'],
  key: ['sale_id'],
  columns: {
    sale_id: text('销售编号', { required: true, aliases: ['订单号', '报价单号'] }),
    technician_id: text('人员编号', { required: true, aliases: ['工号', '员工编号'] }),
    customer_id: text('客户编号', { aliases: ['客户编码', '客户代码'] }),
    date: date('日期', { required: true, aliases: ['销售日期', '报价日期'] }),
    component_cost: money('元器件成本', {
      required: true,
      aliases: ['成本', '材料成本', '采购价', '成本金额'],
    }),
    component_price: money('元器件报价', { required: true, aliases: ['报价', '材料费', '售价', '销售价'] }),
    service_days: decimal('服务人天', 3, { min: 0, aliases: ['人天', '服务天数', '工日'] }),
    service_fee: money('服务费', { aliases: ['人工费', '技术服务费'] }),
    received_amount: money('回款金额', { aliases: ['到账金额', '实收金额', '已收款金额'] }),
    received_in_full_on: date('全额回款日期', { aliases: ['回款完成日期', '到账日期', '收齐日期'] }),
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
