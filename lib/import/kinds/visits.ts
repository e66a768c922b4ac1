import { code, date, defineKind, instant, money, text } from '../kind';

export const visits = defineKind({
  name: 'visits',
  zh: '客户走访单',
  en: 'Customer visits',
  fileNames: ['走访', '拜访记录', '跟进记录'],
  key: ['visit_id'],
  columns: {
    visit_id: text('走访单号', {
      required: true,
      aliases: ['拜访编号', '拜访单号', '跟进编号', '记录编号', '外勤单号', '出差编号'],
    }),
    customer_id: text('客户编号', { required: true, aliases: ['客户编码', '客户代码', '客户ID'] }),
    salesperson: text('业务员', {
      required: true,
      aliases: ['拜访人', '跟进人', '走访人', '外勤人员', '客户经理', '销售员'],
    }),
    method: code(
      '方式',
      [
        {
          code: 'field_visit',
          zh: '外访',
          aliases: ['上门拜访', '上门', '外勤', '实地拜访', '拜访', '面访', '走访', '现场'],
        },
        { code: 'phone', zh: '电话', aliases: ['打电话', '去电', '来电', '电话拜访', '电访'] },
        {
          code: 'mail',
          zh: '邮寄',
          aliases: ['邮件', '电子邮件', '微信', '企微', '短信', 'QQ', '传真', '网络', '在线'],
        },
        { code: 'exhibition', zh: '展会', aliases: ['会展', '展览会', '研讨会', '巡展'] },
        { code: 'reception', zh: '客户来企', aliases: ['来访', '到访', '接待', '客户来访'] },
        { code: 'other', zh: '其他' },
      ],
      {
        required: true,
        aliases: ['跟进方式', '沟通方式', '拜访方式', '跟进类型'],
        aliasesByValue: ['联系方式'],
      },
    ),
    planned_for: date('计划日期', { aliases: ['计划拜访日期', '计划时间', '预约时间'] }),
    approved_by: text('批准人', { aliases: ['审批人', '审核人'] }),
    approved_at: instant('批准时间', { aliases: ['审批时间', '审核时间'] }),
    attendance_at: instant('交考勤时间'),
    departed_at: instant('出发时间', { aliases: ['外出时间', '离岗时间', '外出登记时间'] }),
    visited_at: instant('拜访时间', {
      aliases: [
        '拜访日期',
        '活动日期',
        '走访日期',
        '跟进时间',
        '跟进日期',
        '签到时间',
        '到访时间',
        '实际拜访时间',
        '沟通时间',
      ],
    }),
    contact_name: text('接触对象', { aliases: ['联系人', '受访人', '拜访对象', '接待者'] }),
    contact_role: code(
      '对象角色',
      [
        { code: 'decision_maker', zh: '决策者', aliases: ['决策人', '拍板人', '关键人'] },
        { code: 'influencer', zh: '影响者', aliases: ['影响人'] },
        { code: 'user', zh: '使用者', aliases: ['使用人'] },
        { code: 'recommender', zh: '推荐者', aliases: ['推荐人'] },
        { code: 'controller', zh: '控制者', aliases: ['控制人'] },
        { code: 'gatekeeper', zh: '看门人', aliases: ['守门人'] },
      ],
      { aliases: ['角色', '决策角色', '联系人角色'] },
    ),
    opportunity_id: text('商机编号', { aliases: ['商机编码', '机会编号'] }),
    purpose: text('目的', { aliases: ['拜访目的', '事由', '出访目标', '拜访主题'] }),
    conclusion: code(
      '结论',
      [
        { code: 'progress', zh: '有进展' },
        { code: 'neutral', zh: '无变化' },
        { code: 'refused', zh: '拒绝', aliases: ['坚决拒绝', '无意向', '态度恶劣'] },
        {
          code: 'unreachable',
          zh: '未联系上',
          aliases: ['未接通', '未接', '空号', '停机', '关机', '没打通', '联系不上'],
        },
      ],
      { aliases: ['拜访结果', '跟进结果', '沟通结果'] },
    ),
    note: text('过程记录', {
      aliases: ['过程记录与特别事项', '拜访记录', '跟进内容', '跟进记录', '沟通内容'],
    }),
    minutes_filed_at: instant('纪要提交时间', {
      aliases: [
        '会谈纪要提交时间',
        '会谈纪要上报时间',
        '拜访报告提交时间',
        '拜访报告上报时间',
        '拜访报告填写时间',
        '总结提交时间',
        '总结上报时间',
        '纪要上报时间',
        '纪要填写时间',
      ],
    }),
    minutes_reviewed_at: instant('纪要审阅时间', { aliases: ['审阅时间', '点评时间', '批阅时间'] }),
    customer_confirmed_at: instant('客户确认时间', { aliases: ['客户回执时间', '回执时间'] }),
    gift_cost: money('礼品费用', { min: 0 }),
    reception_cost: money('接待费用', { min: 0 }),
  },
  references: [
    {
      column: 'customer_id',
      kind: 'customers',
      to: 'customer_id',
      byName: { header: ['客户名称', '客户'], column: 'name' },
    },
    { column: 'opportunity_id', kind: 'opportunities', to: 'opportunity_id' },
  ],
});
