import { type Code, code, date, defineKind, text } from '../kind';

/** 4 very satisfied to 1 dissatisfied; a five-point scale is refused, never clipped. */
const levels: readonly Code[] = [
  { code: '4', zh: '很满意', aliases: ['非常满意'] },
  { code: '3', zh: '满意' },
  { code: '2', zh: '一般', aliases: ['基本满意'] },
  { code: '1', zh: '不满意', aliases: ['差'] },
];

export const surveys = defineKind({
  name: 'surveys',
  zh: '客户意见调查卡',
  en: 'Satisfaction cards',
  fileNames: ['满意度', '调查卡', '意见卡'],
  key: ['call_id'],
  columns: {
    call_id: text('叫修编号', { required: true, aliases: ['报修单号', '工单编号', '工单号', '服务单号'] }),
    sent_on: date('寄出日期', { required: true, aliases: ['发送日期', '调查日期'] }),
    returned_on: date('收回日期', { aliases: ['回收日期', '评价时间'] }),
    attitude: code('态度', levels, { aliases: ['服务态度'] }),
    skill: code('技术', levels, { aliases: ['技术水平', '专业能力'] }),
    arrival: code('到达时间', levels, { aliases: ['及时性', '响应速度'] }),
    promises: code('承诺办理', levels, { aliases: ['答应事情的办理', '承诺兑现'] }),
    comment: text('意见', { aliases: ['客户意见', '建议'] }),
  },
  references: [{ column: 'call_id', kind: 'service_calls', to: 'call_id' }],
});
