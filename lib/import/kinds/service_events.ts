import { boolean, code, date, defineKind, money, text } from '../kind';

export const serviceEvents = defineKind({
  name: 'service_events',
  zh: '奖惩记录',
  en: 'Rewards and faults',
  fileNames: ['奖惩'],
  key: ['event_id'],
  columns: {
    event_id: text('记录编号', { required: true, aliases: ['奖惩编号'] }),
    technician_id: text('人员编号', { required: true, aliases: ['工号', '员工编号'] }),
    date: date('日期', { required: true, aliases: ['发生日期'] }),
    kind: code(
      '类型',
      [
        { code: 'safety_accident', zh: '安全事故', aliases: ['工伤', '安全责任'] },
        { code: 'praise_letter', zh: '表扬信', aliases: ['客户表扬', '锦旗'] },
        { code: 'cost_saving', zh: '成本节约', aliases: ['降本', '节约成本'] },
        { code: 'complaint', zh: '客户投诉', aliases: ['投诉'] },
        { code: 'dissatisfaction', zh: '强烈不满', aliases: ['客户强烈不满'] },
      ],
      { required: true, aliases: ['奖惩类型', '事项'] },
    ),
    personal_cause: boolean('个人原因'),
    amount: money('金额', { aliases: ['奖惩金额', '奖励金额', '罚款金额'] }),
    note: text('说明', { aliases: ['备注'] }),
  },
  // B-06: the range is a dated policy parameter; the import lays it over the rows as reward_min/reward_max.
  rules: [
    {
      name: 'reward_out_of_range',
      column: 'amount',
      brokenWhen: `(kind = 'praise_letter' and (amount is null or amount < praise_min or amount > praise_max)) or (kind = 'cost_saving' and (amount is null or amount < saving_min or amount > saving_max))`,
      zh: '表扬信和成本节约必须带金额，且在制度规定的范围内（默认 200–500 元）。请核对金额。',
      en: 'A praise letter or cost saving needs an amount within the range of the regulation (200–500 yuan by default). Check the amount.',
    },
  ],
  references: [
    {
      column: 'technician_id',
      kind: 'technicians',
      to: 'technician_id',
      byName: { header: ['姓名', '工程师', '技术员', '服务人员'], column: 'name' },
    },
  ],
});
