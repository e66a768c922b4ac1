import { code, date, decimal, defineKind, text } from '../kind';

export const jobs = defineKind({
  name: 'jobs',
  zh: '服务项目',
  en: 'Service jobs',
  fileNames: ['任务', '派工单', '服务单'],
  key: ['job_id'],
  columns: {
    job_id: text('任务编号', {
      required: true,
      aliases: ['派工单号', '出差单号', '服务单号', '工单编号', '工单号'],
    }),
    technician_id: text('人员编号', {
      required: true,
      aliases: ['工号', '员工编号', '工程师编号', '技术员编号'],
    }),
    customer_id: text('客户编号', { aliases: ['客户编码', '客户代码'] }),
    project_id: text('项目编号', { aliases: ['项目号', '工程编号'] }),
    work_type: text('工作类型', { aliases: ['项目类型', '调试项目', '服务类型'] }),
    quantity: decimal('数量', 3, { aliases: ['台数', '天数'] }),
    points: decimal('点数', 3, { aliases: ['服务点数', '工作系数', '系数'] }),
    started_on: date('开始日期', { aliases: ['出差日期', '进场日期'] }),
    finished_on: date('完成日期', { aliases: ['完工日期', '调试完成日期', '返回日期', '结束日期'] }),
    repeat_of: text('重复服务原任务', { aliases: ['原工单号', '首次服务单号', '关联工单'] }),
    repeat_cause: code(
      '重复原因',
      [
        { code: 'personal', zh: '个人原因' },
        { code: 'omission', zh: '调试遗漏' },
        { code: 'product', zh: '产品质量' },
        { code: 'customer', zh: '客户原因' },
        { code: 'other', zh: '其他' },
      ],
      { aliases: ['二次服务原因', '返工原因', '工单原因'] },
    ),
    record_signed: code(
      '服务记录单',
      [
        { code: 'yes', zh: '已签', aliases: ['是', 'Y', 'true', '1', '已签收'] },
        { code: 'no', zh: '未签', aliases: ['否', 'N', 'false', '0', '未签收'] },
        { code: 'waived', zh: '免签' },
      ],
      { aliases: ['是否签收', '客户签字', '签单状态'] },
    ),
  },
  references: [
    {
      column: 'technician_id',
      kind: 'technicians',
      to: 'technician_id',
      byName: { header: ['姓名', '工程师', '技术员', '服务人员'], column: 'name' },
    },
    {
      column: 'customer_id',
      kind: 'customers',
      to: 'customer_id',
      byName: { header: ['客户名称', '客户'], column: 'name' },
    },
  ],
});
