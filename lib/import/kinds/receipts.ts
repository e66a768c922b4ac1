import { date, defineKind, money, text } from '../kind';

export const receipts = defineKind({
  name: 'receipts',
  zh: '收据',
  en: 'Receipts',
  fileNames: ['收据登记'],
  key: ['receipt_no'],
  columns: {
    receipt_no: text('收据号', { required: true, aliases: ['收据编号', '收据号码', '票号'] }),
    date: date('日期', { required: true, aliases: ['收款日期', '开票日期'] }),
    payer: text('付款人', { required: true, aliases: ['姓名', '户名', '缴款人', '交款人'] }),
    address: text('地址', { aliases: ['住址'] }),
    amount: money('金额', { required: true, aliases: ['收款金额', '实收金额'] }),
    sheet_no: text('流程单号', { aliases: ['控制流程单编号', '流程单编号'] }),
    refunded_on: date('退费日期', { aliases: ['退款日期'] }),
  },
});
