/** The product lines: rehabilitation and orthopaedic equipment. Prices are list prices in yuan. */
export interface Product {
  name: string;
  price: number;
}

export const products: readonly Product[] = [
  { name: '下肢康复机器人', price: 286_000 },
  { name: '等速肌力评估系统', price: 168_000 },
  { name: '减重步态训练系统', price: 98_000 },
  { name: '上肢康复训练仪', price: 46_000 },
  { name: '智能膝关节', price: 32_800 },
  { name: '冲击波治疗仪', price: 21_500 },
  { name: '骨科牵引床', price: 9_600 },
  { name: '碳纤储能脚板', price: 5_400 },
  { name: '电动轮椅', price: 3_900 },
  { name: '脊柱矫形器', price: 2_150 },
  { name: '踝足矫形器', price: 860 },
  { name: '腰椎固定支具', price: 420 },
];

export function productsUpTo(yuan: number): readonly Product[] {
  const fitting = products.filter((p) => p.price <= yuan);
  return fitting.length > 0 ? fitting.slice(0, 4) : products.slice(-2);
}
