import { code, date, decimal, defineKind, text } from '../kind';

export const coefficients = defineKind({
  name: 'coefficients',
  zh: '工作系数表',
  en: 'Work coefficients',
  fileNames: ['系数表', '点数表'],
  key: ['work_type', 'effective_from'],
  columns: {
    work_type: text('工作类型', { required: true, aliases: ['项目类型', '调试项目', '服务类型'] }),
    category: code(
      '类别',
      [
        { code: 'commissioning', zh: '调试' },
        { code: 'installation', zh: '安装' },
        { code: 'repair', zh: '维修' },
        { code: 'maintenance', zh: '保养' },
        { code: 'training', zh: '培训' },
        { code: 'other', zh: '其他' },
      ],
      { required: true, aliases: ['工作类别', '项目类别'] },
    ),
    points: decimal('点数', 3, {
      required: true,
      min: 0,
      aliases: ['系数', '工作系数', '服务点数', '绩效点数'],
    }),
    effective_from: date('生效日期', { required: true, aliases: ['启用日期', '执行日期'] }),
  },
});
