import { defineKind, integer, money, period, text } from '../kind';

export const targets = defineKind({
  name: 'targets',
  zh: '销售计划',
  en: 'Sales targets',
  fileNames: ['计划', '目标', '销售目标', '任务表'],
  key: ['month', 'department', 'salesperson', 'product'],
  columns: {
    month: period('月份', ['month'], { required: true, aliases: ['期间', '年月', '计划月份'] }),
    department: text('销售部门', { aliases: ['部门', '所属部门'] }),
    salesperson: text('业务员', { aliases: ['销售员', '负责人'] }),
    product: text('产品', { aliases: ['产品名称', '品名'] }),
    sales_amount: money('计划销售额', { aliases: ['销售目标', '目标金额', '任务额', '指标', '预算'] }),
    visits: integer('计划拜访数', { min: 0, aliases: ['拜访目标'] }),
    new_customers: integer('计划新客户数', { min: 0, aliases: ['新增客户目标', '新开客户数'] }),
  },
});
