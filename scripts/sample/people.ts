/** Everybody of the invented company: 安和康复器械有限公司. */

export interface Region {
  name: string;
  /** First six digits of the tax numbers of the region. */
  area: string;
  cities: readonly string[];
}

export interface Department {
  name: string;
  manager: string;
  customers: number;
  /** Sales of an ordinary month at the start, yuan. */
  monthly: number;
  /** Growth a month, in thousandths. */
  growth: number;
  regions: readonly Region[];
  salespeople: readonly string[];
}

export const departments: readonly Department[] = [
  {
    name: '华东一部',
    manager: '顾明德',
    customers: 115,
    monthly: 2_500_000,
    growth: 9,
    regions: [
      { name: '上海', area: '310000', cities: ['上海'] },
      { name: '江苏', area: '320000', cities: ['南京', '苏州', '无锡', '常州', '南通', '徐州', '扬州'] },
    ],
    salespeople: ['周志远', '林晓彤', '陈国栋', '沈嘉禾', '吴雨桐'],
  },
  {
    name: '华东二部',
    manager: '钱振华',
    customers: 82,
    monthly: 1_600_000,
    growth: 3,
    regions: [
      { name: '浙江', area: '330000', cities: ['杭州', '宁波', '温州', '嘉兴', '绍兴', '金华'] },
      { name: '安徽', area: '340000', cities: ['合肥', '芜湖', '蚌埠', '安庆'] },
      { name: '福建', area: '350000', cities: ['福州', '厦门', '泉州', '漳州'] },
    ],
    salespeople: ['徐文博', '何婧怡', '郑浩然'],
  },
  {
    name: '华南部',
    manager: '陆伟强',
    customers: 95,
    monthly: 2_100_000,
    growth: 14,
    regions: [
      { name: '广东', area: '440000', cities: ['广州', '深圳', '佛山', '东莞', '珠海', '惠州', '汕头'] },
      { name: '广西', area: '450000', cities: ['南宁', '柳州', '桂林'] },
    ],
    salespeople: ['黄启明', '梁思敏', '罗俊杰', '邓丽华'],
  },
  {
    name: '华北部',
    manager: '高翔宇',
    customers: 80,
    monthly: 1_700_000,
    growth: -4,
    regions: [
      { name: '北京', area: '110000', cities: ['北京'] },
      { name: '天津', area: '120000', cities: ['天津'] },
      { name: '河北', area: '130000', cities: ['石家庄', '唐山', '保定', '廊坊'] },
      { name: '山东', area: '370000', cities: ['济南', '青岛', '烟台', '潍坊', '临沂'] },
    ],
    salespeople: ['王建军', '刘海燕', '赵立新', '孙婉清'],
  },
  {
    name: '西部',
    manager: '冯玉兰',
    customers: 60,
    monthly: 900_000,
    growth: 11,
    regions: [
      { name: '四川', area: '510000', cities: ['成都', '绵阳', '德阳', '宜宾'] },
      { name: '重庆', area: '500000', cities: ['重庆'] },
      { name: '陕西', area: '610000', cities: ['西安', '宝鸡', '咸阳'] },
    ],
    salespeople: ['唐成刚', '蒋欣然'],
  },
];

/** Left on this day; the customers wait for a new owner. */
export const LEFT = { name: '马文骏', department: '华北部', region: '山东', on: '2026-05-29' };

export interface Technician {
  id: string;
  name: string;
  role: 'engineer' | 'lead' | 'service_admin';
  region: string;
  joined: string;
  left?: string;
  /** Points in an ordinary month, tenths. */
  usual: number;
}

const team: readonly [string, Technician['role'], string, string, number][] = [
  ['韩兆丰', 'lead', '华东', '2019-03-04', 205],
  ['魏长青', 'engineer', '华东', '2020-06-15', 232],
  ['曹俊峰', 'engineer', '华东', '2021-02-22', 198],
  ['范雪莹', 'engineer', '华东', '2022-07-01', 176],
  ['彭子轩', 'engineer', '华东', '2023-03-13', 171],
  ['董建平', 'engineer', '华东', '2018-09-10', 218],
  ['潘晓峰', 'engineer', '华东', '2024-01-08', 152],
  ['石文涛', 'lead', '华南', '2019-08-19', 192],
  ['卢嘉铭', 'engineer', '华南', '2020-11-02', 241],
  ['谭永康', 'engineer', '华南', '2021-05-17', 187],
  ['廖雅琴', 'engineer', '华南', '2022-10-10', 165],
  ['邹志强', 'engineer', '华南', '2023-08-28', 180],
  ['苏明哲', 'lead', '华北', '2018-04-09', 188],
  ['田海波', 'engineer', '华北', '2020-03-23', 212],
  ['姜丽娟', 'engineer', '华北', '2021-09-06', 174],
  ['崔宏伟', 'engineer', '华北', '2022-03-14', 158],
  ['白雨辰', 'engineer', '华北', '2024-06-03', 146],
  ['龙飞扬', 'engineer', '西部', '2020-08-17', 226],
  ['向文静', 'engineer', '西部', '2022-05-09', 169],
  ['段志勇', 'engineer', '西部', '2023-11-20', 183],
  ['夏敏', 'service_admin', '总部', '2019-10-14', 0],
  ['余佳慧', 'service_admin', '总部', '2023-04-17', 0],
];

export const technicians: readonly Technician[] = team.map(([name, role, region, joined, usual], i) => ({
  id: `T${String(i + 1).padStart(3, '0')}`,
  name,
  role,
  region,
  joined,
  usual,
  ...(name === '崔宏伟' ? { left: '2026-08-31' } : {}),
}));

/** The region of the service teams in which a sales department's customers lie. */
export function serviceRegion(department: string): string {
  return department.startsWith('华东') ? '华东' : department === '西部' ? '西部' : department.slice(0, 2);
}

export const surnames = [
  ...'李张刘杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜',
];
export const givenNames = [
  '建华',
  '秀英',
  '国强',
  '丽萍',
  '晓东',
  '春梅',
  '志刚',
  '雪梅',
  '海涛',
  '玉珍',
  '伟',
  '静',
  '敏',
  '磊',
  '洁',
  '宏斌',
  '亚楠',
  '立群',
  '红霞',
  '永生',
  '佩珊',
  '思远',
  '慧敏',
  '少华',
  '文彬',
  '晨曦',
  '月华',
  '庆丰',
  '兰芳',
  '俊',
];
