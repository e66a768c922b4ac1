import { code, date, defineKind, money, text } from '../kind';

export const contracts = defineKind({
  name: 'contracts',
  zh: '合同',
  en: 'Contracts',
  fileNames: ['合同台账', '保养合同'],
  key: ['contract_id'],
  columns: {
    contract_id: text('合同号', { required: true, aliases: ['合同编号', '合同编码'] }),
    customer_id: text('客户编号', { required: true, aliases: ['客户编码', '客户代码'] }),
    kind: code(
      '合同类型',
      [
        { code: 'sales', zh: '购销', aliases: ['购销合同', '销售', '销售合同'] },
        { code: 'quality', zh: '质量保证', aliases: ['质量保证协议', '质保协议', '质量合同'] },
        { code: 'maintenance', zh: '保养', aliases: ['保养合同', '维保', '维保合同', '服务合同'] },
      ],
      { required: true, aliases: ['合同类别'] },
    ),
    product: text('产品', { aliases: ['产品名称', '商品名称'] }),
    amount: money('金额', { aliases: ['合同金额', '合同总额'] }),
    signed_on: date('签订日期', { aliases: ['签约日期', '签单日期'] }),
    starts_on: date('生效日期', { aliases: ['开始日期', '合同开始时间'] }),
    expires_on: date('到期日期', { aliases: ['结束日期', '终止日期', '到期时间', '有效期至'] }),
    notice_sent_on: date('到期通知日期', { aliases: ['保养到期通知书寄出日', '通知日期'] }),
    renewed_by: text('续约合同号', { aliases: ['续签合同', '续签合同号'] }),
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
