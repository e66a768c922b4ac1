import { code, date, defineKind, text } from '../kind';

export const incidents = defineKind({
  name: 'incidents',
  zh: '客户异常',
  en: 'Customer incidents',
  fileNames: ['异常', '违约记录'],
  key: ['incident_id'],
  columns: {
    incident_id: text('异常编号', { required: true, aliases: ['违约编号', '问题编号'] }),
    customer_id: text('客户编号', { required: true, aliases: ['客户编码', '客户代码'] }),
    department: text('销售部门', { aliases: ['部门', '所属部门'] }),
    kind: code(
      '异常类型',
      [
        { code: 'breach', zh: '合同违约', aliases: ['违约', '合同执行能力差'] },
        { code: 'late_payment', zh: '付款不及时', aliases: ['滞期付款', '付款逾期'] },
        { code: 'overdue_pickup', zh: '逾期未提货', aliases: ['未按期提货'] },
        { code: 'crisis', zh: '经营危机', aliases: ['重大危机', '重大经营危机'] },
        { code: 'major_loss', zh: '重大损失', aliases: ['造成重大损失'] },
        { code: 'reputation', zh: '声誉损害', aliases: ['损害声誉', '名誉损害'] },
      ],
      { required: true, aliases: ['违约类型', '问题类型'] },
    ),
    occurred_on: date('发生日期', { required: true, aliases: ['违约日期'] }),
    found_on: date('发现日期', { aliases: ['登记日期', '上报日期'] }),
    note: text('说明', { aliases: ['备注', '描述'] }),
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
