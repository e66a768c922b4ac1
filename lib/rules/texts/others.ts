import { type RuleTexts, rule } from './text';

/** P, K and X: plans, retail cards, confidentiality. */
export const otherTexts: RuleTexts = {
  'P-01': rule(
    '004',
    ['计划与实际', '按月、业务员、部门和产品比较销售、走访和新客户，并给出工作日进度。'],
    [
      'Plan against actual',
      'Sales, visits and new customers by month, salesperson, department and product, with the working days elapsed.',
    ],
  ),
  'P-02': rule(
    '000 part 3',
    ['新业务员电话数', '新业务员每个工作日的电话数不少于规定。'],
    ['Calls of new salespeople', 'A new salesperson makes at least the set number of calls a working day.'],
  ),
  'K-01': rule(
    '004',
    ['铺货率', '线路上有该产品的客户占线路客户的比例。'],
    ['Distribution rate', 'The customers of a route that stock a product, over all customers of the route.'],
  ),
  'K-02': rule(
    '004',
    ['线路频次', '按线路约定的频次比较应访和实访。'],
    ['Frequency of a route', 'Visits due by the route against visits done.'],
  ),
  'K-03': rule(
    '004',
    ['库存勾稽', '期初加进货减销货应等于期末，不符的卡逐一列出。'],
    [
      'Stock logic',
      'Opening plus purchased less sold is the closing stock; every card that breaks it is listed.',
    ],
  ),
  'K-04': rule(
    '004',
    ['业种', '零售客户按业种和线路分组。'],
    ['Trade classes', 'Retail customers by trade class and route.'],
  ),
  'X-01': rule(
    '000 part 4; 002 part 4, 5.1.3 b)',
    ['按需可见', '客户资料只给工作需要的人看，按角色和负责的部门、区域或客户在读取处限定。'],
    [
      'Need to know',
      'Customer data is seen by those whose work needs it: by role and by their departments, regions or customers, decided where it is read.',
    ],
  ),
  'X-02': rule(
    '000 part 4 art. 5',
    ['导出留痕', '导出客户资料是单独的权限，谁、何时、什么条件、多少行都有记录，文件上写明导出人。'],
    [
      'Exports are recorded',
      'Exporting is a right of its own; who, when, which filter and how many rows is kept, and the file names who made it.',
    ],
  ),
  'X-03': rule(
    '000 part 4 art. 4',
    ['个人信息遮盖', '没有权限的人看到的联系人、电话、地址和证件号都是遮盖的。'],
    [
      'Masked personal data',
      'Contacts, phones, addresses and identity numbers are masked for those without the right.',
    ],
  ),
  'X-04': rule(
    '000 part 4 art. 9',
    ['销毁', '销毁电子资料由信息部门凭经理指令办理，并留记录。'],
    [
      'Destruction',
      'Electronic data is destroyed by IT on the order of a named manager, and it is recorded.',
    ],
  ),
  'X-05': rule(
    '000 part 4 art. 4',
    ['保密标记', '可以把记录标为保密，看保密记录需要单独的权限。'],
    ['Confidential records', 'Records can be marked confidential; seeing those needs a right of its own.'],
  ),
  'X-06': rule(
    '000 part 4 art. 7, 10–13',
    ['对外提供与泄露', '对外提供客户资料要先批准；泄露事件要登记发现、上报、补救和后果。'],
    [
      'Giving out and leaks',
      'Giving data outside needs prior approval; leaks are registered with finding, report, remedy and consequence.',
    ],
  ),
};
