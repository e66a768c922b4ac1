import { code, date, decimal, defineKind, text } from '../kind';
import { tierCodes } from './codes';

export const tierHistory = defineKind({
  name: 'tier_history',
  zh: '分级记录',
  en: 'Tier history',
  fileNames: ['客户阶段评价表', '销售客户审核评价表', '评审记录'],
  key: ['customer_id', 'effective_on'],
  columns: {
    customer_id: text('客户编号', { required: true, aliases: ['客户编码', '客户代码'] }),
    tier: code('客户分级', tierCodes, { required: true, aliases: ['客户类别', '评定等级', '调整后等级'] }),
    effective_on: date('生效日期', { required: true, aliases: ['调整日期', '评定日期'] }),
    period: text('评审期', { aliases: ['评审期间', '评审周期'] }),
    score: decimal('得分', 2, { aliases: ['评审得分', '综合得分'] }),
    reason: text('原因', { aliases: ['调整原因', '说明'] }),
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
