import { code, date, defineKind, text } from '../kind';

export const technicians = defineKind({
  name: 'technicians',
  zh: '服务人员',
  en: 'Technicians',
  fileNames: ['服务人员名册', '工程师名册'],
  key: ['technician_id'],
  columns: {
    technician_id: text('人员编号', {
      required: true,
      aliases: ['工号', '员工编号', '员工号', '人员编码', '工程师编号', '技术员编号'],
    }),
    name: text('姓名', { required: true, aliases: ['员工姓名', '工程师', '技术员', '服务人员'] }),
    role: code(
      '岗位',
      [
        { code: 'engineer', zh: '服务工程师', aliases: ['工程师'] },
        { code: 'lead', zh: '组长', aliases: ['服务组长'] },
        { code: 'service_admin', zh: '客服管理', aliases: ['客服', '客服管理员'] },
      ],
      { required: true, aliases: ['职务', '职位', '角色'] },
    ),
    department: text('部门', { aliases: ['所属部门'] }),
    region: text('区域', { aliases: ['大区', '片区'] }),
    joined_on: date('入职日期', { aliases: ['到岗日期'] }),
    left_on: date('离职日期'),
  },
});
