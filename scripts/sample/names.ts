/** Invented names: no institution of this country is meant. */
import { givenNames, surnames } from './people';
import type { Random } from './random';

const first = [...'仁颐康安博瑞德明恒嘉宁惠泰祥怡润盛禾'];
const second = [...'泽诚佑达民源信朗健益凯悦程舟和颂衡序'];
const roads = [
  '建设路',
  '人民路',
  '青年路',
  '滨江大道',
  '文昌街',
  '科技一路',
  '东环路',
  '健康路',
  '学府路',
  '迎宾大道',
];
const endings = {
  hospital: ['骨科医院', '康复医院', '创伤医院', '综合医院', '骨伤医院', '医院'],
  centre: ['康复中心', '护理院', '康复门诊部', '疗养院'],
  dealer: ['医疗器械有限公司', '康复器材有限公司', '假肢矫形有限公司', '医疗科技有限公司'],
  shop: ['康复用品店', '大药房', '护理用品超市'],
} as const;

export type Institution = keyof typeof endings;

const specialties: Record<string, string> = {
  骨科医院: '骨科',
  骨伤医院: '骨科',
  创伤医院: '创伤',
  康复医院: '康复',
  综合医院: '综合',
  医院: '综合',
};

/** Names that do not come twice, and the specialty that the name promises. */
export class NameBook {
  private readonly taken = new Set<string>();

  constructor(private readonly random: Random) {}

  institution(city: string, kind: Institution): { name: string; specialty: string | undefined } {
    for (;;) {
      const ending = this.random.pick(endings[kind]);
      const brand = this.random.pick(first) + this.random.pick(second);
      const name = city + brand + ending;
      if (this.taken.has(city + brand)) continue;
      this.taken.add(city + brand);
      return { name, specialty: specialties[ending] };
    }
  }

  person(): string {
    return this.random.pick(surnames) + this.random.pick(givenNames);
  }

  address(city: string): string {
    return `${city}市${this.random.pick(roads)}${this.random.int(2, 688)}号`;
  }
}
