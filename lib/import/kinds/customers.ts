import { boolean, code, date, defineKind, integer, text } from '../kind';
import { gradeCodes, institutionClassCodes, tierCodes } from './codes';

export const customers = defineKind({
  name: 'customers',
  zh: '客户资源登记表',
  en: 'Customer register',
  fileNames: ['客户', '客户档案', '客户资料', '往来单位'],
  key: ['customer_id'],
  columns: {
    customer_id: text('客户编号', {
      required: true,
      aliases: [
        '客户编码',
        '客户代码',
        '客户代号',
        '客户ID',
        '客户号',
        '往来单位编号',
        '往来单位编码',
        '购货单位编码',
        '单位编号',
        '会员号',
        '档案编号',
        '客户内码',
      ],
    }),
    name: text('客户名称', {
      required: true,
      aliases: [
        '客户',
        '客户全称',
        '公司名称',
        '单位名称',
        '企业名称',
        '往来单位名称',
        '往来单位',
        '购货单位',
        '客户简称',
      ],
    }),
    kind: code(
      '准入类型',
      [
        { code: 'trade', zh: '购销', aliases: ['购销客户', '经销商', '直销', '医疗机构', '终端'] },
        { code: 'retail', zh: '零售', aliases: ['零售客户', '散户', '个人'] },
        { code: 'affiliate', zh: '内部关联', aliases: ['内部关联交易客户', '关联方', '内部客户', '集团内'] },
      ],
      { default: 'trade', aliases: ['客户属性', '往来性质'], aliasesByValue: ['客户性质'] },
    ),
    department: text('销售部门', {
      aliases: ['部门', '所属部门', '归属部门', '隶属部门', '负责人部门', '分管部门', '事业部', '分公司'],
    }),
    region: text('区域', {
      aliases: ['销售区域', '客户区域', '大区', '片区', '地区', '所属区域', '地区编号', '省份', '省'],
    }),
    owner: text('业务员', {
      aliases: [
        '销售员',
        '业务负责人',
        '客户经理',
        '销售经理',
        '专管业务员',
        '分管业务员',
        '跟进人',
        '跟进销售',
        '所有人',
        '归属人',
        '销售代表',
        '商务',
        '营业员',
      ],
      aliasesByValue: ['负责人'],
    }),
    grade: code('客户等级', gradeCodes, {
      aliases: ['意向级别', '意向程度', '需求等级', '客户星级', '重要程度', '关系等级'],
      aliasesByValue: ['客户级别', '级别', '客户分级', '客户类别'],
    }),
    tier: code('客户分级', tierCodes, {
      aliases: ['评审等级', '合作等级', '会员等级'],
      aliasesByValue: ['客户类别', '客户等级', '客户级别'],
    }),
    industry: text('行业', { aliases: ['所属行业', '客户行业', '行业划分', '行业类别', '业种'] }),
    source: text('信息来源', { aliases: ['客户来源', '来源', '线索来源', '来源渠道', '获客渠道'] }),
    institution_class: code('机构等级', institutionClassCodes, {
      aliases: ['医院等级', '医院级别', '医疗机构级别', '等级评审'],
    }),
    specialty: text('专科类型'),
    beds: integer('床位数', { min: 0, aliases: ['病床数', '编制床位', '开放床位', '床位'] }),
    tax_no: text('税号', {
      aliases: ['统一社会信用代码', '纳税人识别号', '纳税人登记号', '购方税号', '信用代码'],
    }),
    contact_name: text('联系人', { aliases: ['客户联系人', '主联系人', '首要联系人', '联系人姓名'] }),
    phone: text('电话', {
      aliases: ['手机', '手机号码', '移动电话', '联系电话', '座机电话', '固定电话', '办公电话', '联系方式'],
    }),
    address: text('地址', {
      aliases: ['公司地址', '详细地址', '联系地址', '注册地址', '通讯地址', '收货地址'],
    }),
    note: text('备注', { aliases: ['说明', '描述', '摘要'] }),
    collected_on: date('收集日期', { aliases: ['获取日期', '采集日期', '初次备案日期'] }),
    entered_on: date('录入日期', {
      aliases: ['创建时间', '创建日期', '建档日期', '建立日期', '登记日期', '发展日期'],
    }),
    assigned_on: date('分配日期', { aliases: ['分配时间', '领取时间', '负责人获取客户时间', '转移日期'] }),
    admitted_on: date('准入日期', { aliases: ['审核通过日期', '首次合作日期', '首营审批日期'] }),
    reviewed_on: date('审核日期'),
    forwarded_on: date('报送日期'),
    licence_expires_on: date('执照到期日'),
    qualification_expires_on: date('资质到期日'),
    confidential: boolean('保密'),
    updated_on: date('更新日期', { aliases: ['更新时间', '修改时间', '最后修改时间', '变更日期'] }),
  },
});
