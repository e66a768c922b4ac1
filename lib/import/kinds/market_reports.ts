import { date, defineKind, period, text } from '../kind';

export const marketReports = defineKind({
  name: 'market_reports',
  zh: '市场情况报告',
  en: 'Market reports',
  key: ['salesperson', 'month'],
  columns: {
    salesperson: text('业务员', { required: true, aliases: ['销售员', '报告人'] }),
    month: period('月份', ['month'], { required: true, aliases: ['期间', '年月', '报告月份'] }),
    handed_in_on: date('提交日期', { aliases: ['上报日期', '提交时间'] }),
  },
});
