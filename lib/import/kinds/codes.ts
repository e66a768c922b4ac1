/** Codes that several kinds share, with the ways in which other systems write them. */
import type { Code } from '../kind';

export const gradeCodes: readonly Code[] = [
  { code: 'K', zh: 'K', aliases: ['K类', 'K级', 'K等级', 'K类客户'] },
  { code: 'A', zh: 'A', aliases: ['A类', 'A级', 'A等级', 'A类客户', '甲'] },
  { code: 'B', zh: 'B', aliases: ['B类', 'B级', 'B等级', 'B类客户', '乙'] },
  { code: 'C', zh: 'C', aliases: ['C类', 'C级', 'C等级', 'C类客户', '丙'] },
  { code: 'D', zh: 'D', aliases: ['D类', 'D级', 'D等级', 'D类客户', '丁'] },
];

export const tierCodes: readonly Code[] = [
  { code: 'vip', zh: 'VIP', aliases: ['VIP客户', 'VIP类', '贵宾', '重点'] },
  { code: 'preferred', zh: '优选', aliases: ['优选类', '优选客户', '优选类客户', '优质'] },
  { code: 'qualified', zh: '合格', aliases: ['合格类', '合格客户', '合格类客户', '普通', '一般'] },
];

export const stageCodes: readonly Code[] = [
  {
    code: 'identified',
    zh: '潜在客户',
    aliases: ['潜在客户识别', '线索', '信息收集', '客户筛选', '验证客户', '市场调研与分析', '新建', '待跟进'],
  },
  {
    code: 'contacted',
    zh: '初步接触',
    aliases: ['联系建立', '联系沟通', '接触与洽谈', '跟进', '跟进中', '客户评估', '建立联系', '初次拜访'],
  },
  {
    code: 'solution',
    zh: '需求方案',
    aliases: [
      '需求分析',
      '需求确认',
      '需求分析与方案',
      '方案设计',
      '定制方案',
      '方案报价',
      '立项',
      '方案/报价',
      '开发方案',
    ],
  },
  {
    code: 'negotiation',
    zh: '演示谈判',
    aliases: [
      '方案演示与谈判',
      '谈判',
      '谈判审核',
      '商务谈判',
      '合同谈判',
      '提案提交与谈判',
      '报价与议价',
      '招投标',
    ],
  },
  {
    code: 'signed',
    zh: '签约',
    aliases: ['成交', '已成交', '赢单', '合同签订', '合约签订', '签单', '成单', '已签约', 'Closed Won'],
  },
  {
    code: 'lost',
    zh: '丢单',
    aliases: ['输单', '失败', '流失', '已流失', '关闭', '战败', 'Closed Lost'],
  },
];

/** R-04, from high to low; the short forms are those in daily use. */
export const institutionClasses = [
  '三级特等',
  '三级甲等',
  '三级乙等',
  '三级丙等',
  '二级甲等',
  '二级乙等',
  '二级丙等',
  '一级甲等',
  '一级乙等',
  '一级丙等',
  '三级',
  '二级',
  '一级',
] as const;

export const institutionClassCodes: readonly Code[] = institutionClasses.map((c) => ({
  code: c,
  zh: c,
  aliases: c.length === 4 ? [`${c[0]}${c[2]}`, `${c[0]}级${c[2]}`] : [`${c}医院`],
}));
