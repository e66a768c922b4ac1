import { boolean, date, defineKind, money, text } from '../kind';

export const installations = defineKind({
  name: 'installations',
  zh: '控制流程单',
  en: 'Installations',
  fileNames: ['报装', '安装登记'],
  key: ['sheet_no'],
  columns: {
    sheet_no: text('流程单号', { required: true, aliases: ['控制流程单编号', '流程单编号'] }),
    customer_name: text('客户名称', { required: true, aliases: ['姓名', '户名'] }),
    address: text('地址', { required: true, aliases: ['住址'] }),
    household: boolean('是否居民', { aliases: ['客户类型'] }),
    receipt_no: text('收据号', { aliases: ['收据编号'] }),
    applied_on: date('申请日期', { required: true, aliases: ['报装日期', '受理日期'] }),
    paid_on: date('缴费日期', { aliases: ['交费日期', '收款日期'] }),
    material_fee: money('材料费'),
    verified_on: date('财务核实日期', { aliases: ['财务签字日期'] }),
    hung_on: date('挂表日期', { aliases: ['安装日期', '装表日期'] }),
    accepted_on: date('验收日期'),
    activated_on: date('通气日期', { aliases: ['点火日期', '开通日期'] }),
    archived_on: date('归档日期', { aliases: ['存档日期'] }),
    has_application: boolean('申请表'),
    has_identity_copy: boolean('身份证复印件'),
    has_contract: boolean('供用气合同'),
    has_safety_agreement: boolean('安全协议'),
  },
});
