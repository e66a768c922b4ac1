import { date, decimal, defineKind, text } from '../kind';

export const workReports = defineKind({
  name: 'work_reports',
  zh: '技术员工作日报表',
  en: 'Daily work reports',
  fileNames: ['工作日报', '日报'],
  key: ['date', 'technician_id', 'category'],
  columns: {
    date: date('日期', { required: true, aliases: ['工作日期', '填报日期'] }),
    technician_id: text('人员编号', { required: true, aliases: ['工号', '员工编号'] }),
    category: text('工作类别', { required: true, aliases: ['修护类别', '工作内容'] }),
    hours: decimal('工时', 3, {
      required: true,
      min: 0,
      max: 24,
      aliases: ['耗用时间', '所耗时间', '用时', '小时数'],
    }),
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
