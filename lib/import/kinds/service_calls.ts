import { boolean, code, date, defineKind, instant, money, text } from '../kind';

export const serviceCalls = defineKind({
  name: 'service_calls',
  zh: '叫修登记簿',
  en: 'Service calls',
  fileNames: ['叫修', '报修登记', '报修单'],
  key: ['call_id'],
  columns: {
    call_id: text('叫修编号', {
      required: true,
      aliases: ['报修单号', '工单编号', '工单号', '服务单号', '受理单号'],
    }),
    customer_id: text('客户编号', { required: true, aliases: ['客户编码', '客户代码'] }),
    product_model: text('商品型号', { aliases: ['产品型号', '设备型号', '机组型号', '机型', '规格型号'] }),
    zone: code(
      '区域类型',
      [
        { code: 'urban', zh: '市区', aliases: ['市内', '城区'] },
        { code: 'suburban', zh: '郊区', aliases: ['远郊', '近郊', '县'] },
      ],
      { required: true, aliases: ['城郊'], aliasesByValue: ['服务区域'] },
    ),
    charge_type: code(
      '服务类别',
      [
        { code: 'A', zh: '有费服务', aliases: ['有偿', '收费', '保外', '过保'] },
        { code: 'B', zh: '合同服务', aliases: ['合同', '维保', '签约'] },
        { code: 'C', zh: '免费服务', aliases: ['免费', '保内', '质保'] },
      ],
      { required: true, aliases: ['收费类型', '保修状态', '服务性质'] },
    ),
    called_at: instant('叫修时间', {
      required: true,
      aliases: ['报修时间', '受理时间', '来电时间', '创建时间'],
    }),
    dispatched_at: instant('派工时间', { aliases: ['派单时间', '指派时间'] }),
    technician_id: text('人员编号', { aliases: ['工号', '员工编号', '工程师编号'] }),
    arrived_at: instant('到达时间', { aliases: ['上门时间', '到场时间', '签到时间'] }),
    promised_at: instant('约定完成时间', { aliases: ['承诺时间', '预计完成时间'] }),
    completed_at: instant('完成时间', { aliases: ['完工时间', '修复时间', '处理时间'] }),
    closed_at: instant('注销时间', { aliases: ['关单时间', '结单时间', '关闭时间'] }),
    voucher_no: text('服务凭证号', { aliases: ['服务单据号', '回单号'] }),
    voucher_signed: boolean('凭证已签', { aliases: ['客户签字', '已签收'] }),
    taken_in_at: instant('携回时间', { aliases: ['取机时间', '返厂时间', '收件时间'] }),
    returned_at: instant('送还时间', { aliases: ['还机时间', '发还日期', '还商品日期'] }),
    fee: money('服务费', { aliases: ['费用', '收费金额', '维修费'] }),
    collected_on: date('收费日期'),
    invoiced_on: date('开票日期'),
  },
  references: [
    {
      column: 'customer_id',
      kind: 'customers',
      to: 'customer_id',
      byName: { header: ['客户名称', '客户'], column: 'name' },
    },
    {
      column: 'technician_id',
      kind: 'technicians',
      to: 'technician_id',
      byName: { header: ['姓名', '工程师', '处理人', '维修工人', '服务人员'], column: 'name' },
    },
  ],
});
