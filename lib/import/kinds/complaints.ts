import { boolean, code, date, defineKind, instant, integer, text } from '../kind';

export const complaints = defineKind({
  name: 'complaints',
  zh: '客户投诉',
  en: 'Complaints',
  fileNames: ['投诉', '客诉'],
  key: ['complaint_id'],
  columns: {
    complaint_id: text('投诉编号', { required: true, aliases: ['客诉单号', '客诉编号'] }),
    customer_id: text('客户编号', { required: true, aliases: ['客户编码', '客户代码'] }),
    kind: code(
      '类型',
      [
        { code: 'service', zh: '服务' },
        { code: 'product', zh: '产品质量' },
        { code: 'test_report', zh: '检测结果' },
        { code: 'other', zh: '其他' },
      ],
      { required: true, aliases: ['投诉类型', '客诉类别'] },
    ),
    severity: code(
      '程度',
      [
        { code: 'general', zh: '一般' },
        { code: 'serious', zh: '重大', aliases: ['严重'] },
      ],
      { required: true, aliases: ['严重程度', '等级', '情节'] },
    ),
    urgent: boolean('紧急'),
    report_received_on: date('报告收到日期'),
    received_at: instant('受理时间', {
      required: true,
      aliases: ['投诉时间', '投诉日期', '登记时间'],
    }),
    assigned_to: text('责任人', { aliases: ['处理人', '承办人'] }),
    assigned_at: instant('指派时间', { aliases: ['转办时间'] }),
    solution_at: instant('方案时间', { aliases: ['答复时间'] }),
    resolved_at: instant('解决时间', { aliases: ['结案时间', '办结日期'] }),
    content: text('投诉内容', { aliases: ['内容'] }),
    replied_at: instant('首次回复时间'),
    informed_at: instant('告知时间'),
    reopened: integer('重开次数', { min: 0 }),
    followed_up_at: instant('回访时间'),
    supervisor_visit_on: date('主管走访日期'),
    technician_id: text('人员编号', { aliases: ['工号', '员工编号'] }),
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
