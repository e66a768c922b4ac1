import { decimal, defineKind, period, text } from '../kind';

export const assessments = defineKind({
  name: 'assessments',
  zh: '季度考核',
  en: 'Quarterly assessments',
  fileNames: ['考核'],
  key: ['quarter', 'technician_id'],
  columns: {
    quarter: period('季度', ['quarter'], { required: true, aliases: ['考核季度', '考核期'] }),
    technician_id: text('人员编号', { required: true, aliases: ['工号', '员工编号'] }),
    score: decimal('得分', 3, {
      required: true,
      aliases: ['考核得分', '考核分数', '总分', '绩效得分'],
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
