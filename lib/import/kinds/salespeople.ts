import { code, date, defineKind, text } from '../kind';

export const salespeople = defineKind({
  name: 'salespeople',
  zh: '业务人员',
  en: 'Salespeople',
  fileNames: ['业务员名册', '销售人员'],
  key: ['salesperson_id'],
  columns: {
    salesperson_id: text('人员编号', { required: true, aliases: ['工号', '员工编号', '员工号', '人员编码'] }),
    name: text('姓名', { required: true, aliases: ['员工姓名', '业务员'] }),
    role: code(
      '岗位',
      [
        { code: 'salesperson', zh: '业务员', aliases: ['销售员', '销售代表'] },
        { code: 'manager', zh: '经理', aliases: ['销售经理', '部门经理'] },
        { code: 'branch_manager', zh: '分公司经理', aliases: ['分公司总经理'] },
      ],
      { required: true, aliases: ['职务', '职位', '角色'] },
    ),
    department: text('部门', { aliases: ['销售部门', '所属部门'] }),
    branch: text('分公司'),
    region: text('区域', { aliases: ['大区', '片区'] }),
    joined_on: date('入职日期', { aliases: ['到岗日期'] }),
    left_on: date('离职日期'),
  },
});
