/**
 * The customer register. A customer's place in the size order of its department decides how much it buys, how
 * often, and mostly its grade; what people decide (tier) is laid over it later, when the sales are known.
 */
import { addDays, addWorkingDays, daysBetween, FIRST_DAY, LAST_DAY, workingFrom } from './days';
import { type Institution, NameBook } from './names';
import { type Department, departments, LEFT, type Region } from './people';
import { Random } from './random';
import { code, type Row } from './row';

export type Behaviour = 'prompt' | 'casual' | 'slow' | 'stopped' | 'prepaid';
/** A buyer trades; the others are leads, told apart as rule I does. */
export type Standing = 'buyer' | 'new' | 'cold' | 'prospect' | 'intent';

export interface Customer {
  id: string;
  row: Row;
  department: Department;
  region: Region;
  kind: 'trade' | 'retail' | 'affiliate';
  standing: Standing;
  /** Who sold to it so far, also where nobody owns it now. */
  seller: string;
  /** Sales of an ordinary month at the start, yuan; 0 for leads. */
  monthly: number;
  behaviour: Behaviour;
  /** Pays invoice by invoice, naming the sale; else in sums that cover the oldest. */
  settles: boolean;
  /** Credit term in days. */
  term: number;
  starts: string;
  /** Buys nothing from this day on. */
  stops: string | undefined;
}

const sources = ['行业展会', '老客户介绍', '学术会议', '互联网', '招标公告', '代理商推荐'];

export function makeCustomers(): Customer[] {
  const random = new Random('customers');
  const names = new NameBook(random);
  const all: Customer[] = [];
  for (const department of departments) {
    const kinds = Array.from({ length: department.customers }, (_, i) =>
      i < department.customers * 0.045 ? 'affiliate' : i < department.customers * 0.1 ? 'retail' : 'trade',
    );
    const buyers = kinds.filter((k) => k === 'trade').length * 0.8;
    const weights = Array.from({ length: Math.floor(buyers) }, (_, i) => 1 / (i + 4));
    const total = weights.reduce((a, b) => a + b, 0);
    let place = 0;
    for (const kind of kinds) {
      const weight = kind === 'trade' ? weights[place++] : undefined;
      all.push(makeCustomer({ random, names, department, kind, share: (weight ?? 0) / total, place }));
    }
  }
  const mixed = random.shuffle(all);
  mixed.forEach((c, i) => {
    c.id = code('C', i + 1, 4);
    c.row.customer_id = c.id;
    c.row.phone = `138000${String(((i + 1) * 7919) % 100000).padStart(5, '0')}`;
    c.row.tax_no =
      c.kind === 'retail' ? undefined : `91${c.region.area}MA${code('0', (i * 104_729) % 9_999_991, 7)}X`;
  });
  return mixed;
}

/** One buyer in twenty stops in 2026, and in each department one of the large ones. */
function stopOf(random: Random, standing: Standing, kind: string, place: number): string | undefined {
  if (standing !== 'buyer' || kind !== 'trade') return undefined;
  return place === 8 || random.chance(0.05) ? addDays('2026-04-15', random.int(0, 130)) : undefined;
}

/** Who sells to the customer on a day: after a salesperson left, its new owner, or nobody. */
export function sellerOn(c: Customer, day: string): string | undefined {
  return c.seller === LEFT.name && day > LEFT.on ? c.row.owner : c.seller;
}

interface Seed {
  random: Random;
  names: NameBook;
  department: Department;
  kind: Customer['kind'];
  share: number;
  place: number;
}

function makeCustomer({ random, names, department, kind, share, place }: Seed): Customer {
  const region = random.pick(department.regions);
  const city = random.pick(region.cities);
  const large = kind === 'trade' && share > 0 && place <= 14;
  const institution: Institution =
    kind === 'retail'
      ? 'shop'
      : large
        ? random.pick(['hospital', 'hospital', 'dealer'] as const)
        : random.pick(['hospital', 'centre', 'dealer'] as const);
  const named = names.institution(city, institution);
  const standing: Standing =
    kind !== 'trade' || share > 0
      ? 'buyer'
      : random.weighted([
          ['new', 20],
          ['cold', 25],
          ['prospect', 35],
          ['intent', 20],
        ] as const);
  const monthly =
    kind === 'trade' ? Math.round(department.monthly * share) : kind === 'retail' ? 1_800 : 16_000;
  const known = firstKnown(random, standing, large);
  const collected = workingFrom(known);
  const entered = random.chance(0.88)
    ? addWorkingDays(collected, random.int(0, 2))
    : addWorkingDays(collected, random.int(3, 9));
  const assigned = addWorkingDays(entered, random.int(0, 2));
  const admitted =
    kind === 'trade' && standing === 'buyer' ? addWorkingDays(assigned, random.int(8, 30)) : undefined;
  const left = region.name === LEFT.region && random.chance(0.45);
  const seller = left ? LEFT.name : sellerFor(random, department, region);
  const owner = left && assigned < LEFT.on ? undefined : left ? random.pick(department.salespeople) : seller;
  const hospital = institution === 'hospital';
  const row: Row = {
    name: kind === 'affiliate' ? `安和${city}${names.person().slice(0, 1)}氏康复服务站` : named.name,
    kind,
    department: department.name,
    region: region.name,
    owner: standing === 'new' && random.chance(0.2) ? undefined : owner,
    grade: gradeOf(random, standing, kind, place),
    industry: { hospital: '医疗', centre: '康复', dealer: '流通', shop: '零售' }[institution],
    source: random.chance(0.93) ? random.pick(sources) : undefined,
    institution_class: hospital ? classOf(random, large) : undefined,
    specialty: hospital ? named.specialty : undefined,
    beds: hospital ? String(random.int(large ? 24 : 6, large ? 90 : 34) * 10) : undefined,
    contact_name: names.person(),
    address: names.address(city),
    note: random.chance(0.12)
      ? random.pick(['设备科统一采购', '每季度集中下单', '需提前预约', '付款走集采平台'])
      : undefined,
    collected_on: collected,
    entered_on: entered,
    assigned_on: assigned,
    admitted_on: admitted && admitted <= LAST_DAY ? admitted : undefined,
    reviewed_on: addWorkingDays(collected, 0),
    forwarded_on: addDays(entered, random.chance(0.9) ? 1 : 4),
    licence_expires_on: admitted
      ? `${random.int(2027, 2031)}-${random.pick(['03-31', '06-30', '11-15'])}`
      : undefined,
    qualification_expires_on: admitted
      ? `${random.int(2027, 2030)}-${random.pick(['01-20', '05-31', '09-30'])}`
      : undefined,
    confidential: random.chance(0.02) ? 'yes' : undefined,
    updated_on: addDays(LAST_DAY, -random.int(3, random.chance(0.85) ? 330 : 620)),
  };
  if (daysBetween(entered, row.updated_on ?? entered) < 0) row.updated_on = entered;
  const first = kind === 'trade' ? (admitted ?? LAST_DAY) : addDays(assigned, 10);
  return {
    id: '',
    row,
    department,
    region,
    kind,
    standing,
    seller,
    monthly,
    behaviour: behaviourOf(random, kind, large),
    settles: random.chance(0.65),
    term: random.pick([30, 45, 60, 60, 90]),
    starts: first < FIRST_DAY ? FIRST_DAY : addDays(first, random.int(1, 20)),
    stops: stopOf(random, standing, kind, place),
  };
}

/** A region has one or two salespeople of its department; the larger part is the first one's. */
function sellerFor(random: Random, department: Department, region: Region): string {
  const i = department.regions.indexOf(region);
  const n = department.salespeople.length;
  const own = department.salespeople.filter(
    (_, k) => k % department.regions.length === i % n || (n <= i && k === n - 1),
  );
  return random.chance(0.85) && own.length > 0 ? random.pick(own) : random.pick(department.salespeople);
}

function firstKnown(random: Random, standing: Standing, large: boolean): string {
  if (standing === 'new') return addDays(LAST_DAY, -random.int(3, 40));
  if (standing !== 'buyer') return addDays('2025-11-01', random.int(0, 300));
  if (!large && random.chance(0.28)) return addDays(FIRST_DAY, random.int(0, 620));
  return addDays('2021-03-01', random.int(0, 1200));
}

function gradeOf(random: Random, standing: Standing, kind: string, place: number): string | undefined {
  if (kind !== 'trade') return undefined;
  if (standing === 'new') return random.pick(['B', 'C', undefined]);
  if (standing === 'cold') return random.pick(['C', 'D', 'D']);
  if (standing === 'intent') return random.pick(['A', 'A', 'B']);
  if (standing === 'prospect') return random.pick(['B', 'C', 'C', 'D']);
  if (place <= 3) return 'K';
  if (place <= 18)
    return random.weighted([
      ['A', 75],
      ['B', 20],
      ['K', 5],
    ]);
  return random.weighted([
    ['A', 10],
    ['B', 46],
    ['C', 28],
    ['D', 9],
    [undefined, 7],
  ]);
}

function classOf(random: Random, large: boolean): string {
  return large
    ? random.weighted([
        ['三级甲等', 40],
        ['三级乙等', 30],
        ['二级甲等', 30],
      ])
    : random.weighted([
        ['三级乙等', 3],
        ['三级丙等', 5],
        ['二级甲等', 16],
        ['二级乙等', 36],
        ['二级丙等', 20],
        ['一级甲等', 20],
      ]);
}

function behaviourOf(random: Random, kind: string, large: boolean): Behaviour {
  if (kind !== 'trade') return 'prompt';
  return large
    ? random.weighted([
        ['prompt', 84],
        ['casual', 12],
        ['slow', 4],
      ])
    : random.weighted([
        ['prompt', 68],
        ['casual', 15],
        ['slow', 9],
        ['stopped', 5],
        ['prepaid', 3],
      ]);
}
