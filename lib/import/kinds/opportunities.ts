import { code, date, defineKind, money, text } from '../kind';
import { gradeCodes, stageCodes } from './codes';

export const opportunities = defineKind({
  name: 'opportunities',
  zh: '商机',
  en: 'Opportunities',
  fileNames: ['销售机会', '机会', '商机表'],
  key: ['opportunity_id'],
  columns: {
    opportunity_id: text('商机编号', {
      required: true,
      aliases: ['商机编码', '机会编号', '商机ID', '项目编号', '交易编号'],
    }),
    customer_id: text('客户编号', { aliases: ['客户编码', '客户代码', '客户ID'] }),
    name: text('商机名称', { aliases: ['销售机会名称', '机会名称', '项目名称', '交易名称'] }),
    salesperson: text('业务员', { aliases: ['负责人', '所有人', '跟进人', '客户经理', '销售员'] }),
    department: text('销售部门', { aliases: ['部门', '所属部门', '归属部门'] }),
    product: text('产品', { aliases: ['产品名称', '商品名称', '意向产品'] }),
    grade: code('客户等级', gradeCodes, { aliases: ['客户级别', '意向级别', '需求等级', '商机等级'] }),
    source: text('信息来源', { aliases: ['商机来源', '来源', '线索来源'] }),
    stage: code('阶段', stageCodes, {
      required: true,
      aliases: ['商机阶段', '销售阶段', '交易阶段', '商机状态', '跟进阶段', '线索阶段', '进展'],
    }),
    created_on: date('创建日期', { aliases: ['创建时间', '立项日期', '发现时间'] }),
    stage_entered_on: date('进入阶段日期', { aliases: ['阶段更新时间', '阶段变更时间', '停留起始日'] }),
    expected_amount: money('预计金额', {
      aliases: ['商机金额', '预计成交金额', '预计销售金额', '机会金额', '报价金额', '意向签单额'],
    }),
    expected_close_on: date('预计签约日期', {
      aliases: ['预计成交日期', '预计签单日期', '预计结单日期', '结单日期'],
    }),
    closed_on: date('关闭日期', {
      aliases: ['实际成交日期', '成交日期', '结束时间', '赢单时间', '输单时间', '签约日期'],
    }),
    signed_amount: money('签约金额', {
      aliases: ['成交金额', '合同金额', '合同签订金额', '签单金额'],
    }),
    lost_reason: text('丢单原因', { aliases: ['输单原因', '战败原因', '失败原因', '流失原因', '关闭原因'] }),
  },
  rules: [
    {
      name: 'closed_without_date',
      column: 'closed_on',
      brokenWhen: `stage in ('signed', 'lost') and closed_on is null`,
      zh: '签约或丢单的商机必须有关闭日期。请填「关闭日期」，或把阶段改回未关闭的阶段。',
      en: 'A signed or lost opportunity needs its closing date. Fill in "closed_on", or set the stage back to an open one.',
    },
  ],
  references: [
    {
      column: 'customer_id',
      kind: 'customers',
      to: 'customer_id',
      byName: { header: ['客户名称', '客户'], column: 'name' },
    },
  ],
});
