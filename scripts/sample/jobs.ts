/** What the technicians did: jobs with their points, repeats, and months that come out exactly at the base. */
import type { Customer } from './customers';
import { addDays, LAST_DAY, lastDayOf, months, notAfterLast, workingDays, workingUntil } from './days';
import { serviceRegion, technicians } from './people';
import { Random } from './random';
import { code, type Row } from './row';

/** Thousandths of a point; from April 2026 some work types count more. */
const work = [
  { type: '机器人调试', category: 'commissioning', points: 3000, later: 3250 },
  { type: '步态系统调试', category: 'commissioning', points: 2200, later: 2200 },
  { type: '膝关节调试', category: 'commissioning', points: 1500, later: 1500 },
  { type: '矫形器调试', category: 'commissioning', points: 750, later: 1000 },
  { type: '设备安装', category: 'installation', points: 1800, later: 1800 },
  { type: '现场维修', category: 'repair', points: 1000, later: 1000 },
  { type: '返厂维修', category: 'repair', points: 500, later: 750 },
  { type: '年度保养', category: 'maintenance', points: 800, later: 1050 },
  { type: '用户培训', category: 'training', points: 1200, later: 1450 },
] as const;
const CHANGED = '2026-04-01';

const points = (thousandths: number): string => (thousandths / 1000).toFixed(3).replace(/\.?0+$/, '');

export function makeCoefficients(): Row[] {
  return work.flatMap((w) => {
    const row = (thousandths: number, from: string): Row => ({
      work_type: w.type,
      category: w.category,
      points: points(thousandths),
      effective_from: from,
    });
    return w.later === w.points
      ? [row(w.points, '2024-01-01')]
      : [row(w.points, '2024-01-01'), row(w.later, CHANGED)];
  });
}

/** Months whose points come out exactly, thousandths: both sides of the base of 17 points. */
const exact: Record<string, number> = {
  'T005 2026-10': 17_000,
  'T011 2026-10': 16_900,
  'T015 2026-10': 17_010,
  // With one accident: 19.5 net.
  'T003 2026-10': 21_500,
  // With a personal repeat of 4.5 points: 25.5 net.
  'T002 2026-10': 30_000,
};

export function makeJobs(customers: readonly Customer[]): Row[] {
  const random = new Random('jobs');
  const jobs: Row[] = [];
  let project = 0;
  for (const month of months()) {
    for (const t of technicians) {
      if (t.role === 'service_admin' || t.joined > `${month}-01` || (t.left && t.left < `${month}-20`))
        continue;
      const near = customers.filter(
        (c) => c.standing === 'buyer' && c.kind === 'trade' && serviceRegion(c.department.name) === t.region,
      );
      const days = workingDays(`${month}-01`, notAfterLast(lastDayOf(month)));
      const wanted =
        exact[`${t.id} ${month}`] ??
        Math.round(((t.usual * random.int(80, 122)) / 100) * 100 * (days.length / 21.5));
      let done = 0;
      while (done < wanted) {
        const w = random.weighted(work.map((x) => [x, x.category === 'commissioning' ? 3 : 4] as const));
        const each = random.pick(days) >= CHANGED && month >= '2026-04' ? w.later : w.points;
        const left = wanted - done;
        const fixed = exact[`${t.id} ${month}`] !== undefined && left < each + 500;
        const finished = random.pick(days);
        if (w.category === 'commissioning') project++;
        jobs.push({
          technician_id: t.id,
          customer_id: random.pick(near).id,
          project_id:
            w.category === 'commissioning'
              ? code('XM', project, 4)
              : project > 0 && random.chance(0.3)
                ? code('XM', random.int(Math.max(1, project - 40), project), 4)
                : undefined,
          work_type: w.type,
          points: fixed ? points(left) : undefined,
          started_on: workingUntil(addDays(finished, -random.int(0, 3))),
          finished_on: finished,
          record_signed: random.weighted([
            ['yes', 880],
            ['waived', 60],
            ['no', 35],
            [undefined, 25],
          ]),
        });
        done += fixed ? left : each;
      }
    }
  }
  jobs.sort((a, b) =>
    (a.finished_on ?? '') < (b.finished_on ?? '')
      ? -1
      : (a.finished_on ?? '') > (b.finished_on ?? '')
        ? 1
        : 0,
  );
  jobs.forEach((job, i) => {
    job.job_id = code('J', i + 1, 6);
  });
  repeats(random, jobs);
  jobs.push(...running(random, jobs.length));
  return jobs;
}

/** One job in forty repeats an earlier one at the same customer; who did it may be somebody else. */
function repeats(random: Random, jobs: Row[]): void {
  const byProject = new Map<string, Row>();
  for (const job of jobs) {
    const earlier = job.project_id ? byProject.get(job.project_id) : undefined;
    if (job.project_id && job.work_type?.endsWith('调试')) byProject.set(job.project_id, job);
    if (!earlier || earlier === job || !random.chance(0.16) || inExactMonth(earlier, job)) continue;
    job.repeat_of = earlier.job_id;
    job.customer_id = earlier.customer_id;
    job.repeat_cause = random.weighted([
      ['product', 34],
      ['customer', 22],
      ['omission', 20],
      ['personal', 20],
      ['other', 4],
    ]);
  }
  const original = jobs.find(
    (j) =>
      j.technician_id === 'T002' && j.finished_on?.startsWith('2026-08') && j.work_type?.endsWith('调试'),
  );
  const second = jobs.find(
    (j) => j.technician_id === 'T001' && j.finished_on?.startsWith('2026-10') && !j.repeat_of,
  );
  if (!original || !second) throw new Error('The exact month of T002 needs an original and a repeat.');
  Object.assign(second, {
    points: '4.5',
    repeat_of: original.job_id,
    repeat_cause: 'personal',
    customer_id: original.customer_id,
    project_id: original.project_id,
  });
}

/** A month whose points are fixed: nothing else may add to it. */
export const isExact = (technician: string, month: string): boolean => `${technician} ${month}` in exact;

const inExactMonth = (earlier: Row, job: Row): boolean => {
  const month = job.finished_on?.slice(0, 7);
  return `${earlier.technician_id} ${month}` in exact || `${job.technician_id} ${month}` in exact;
};

/** Begun in the last days and not finished. */
function running(random: Random, count: number): Row[] {
  return technicians
    .filter((t) => t.role === 'engineer' && !t.left)
    .slice(0, 9)
    .map((t, i) => ({
      job_id: code('J', count + i + 1, 6),
      technician_id: t.id,
      work_type: random.pick(work).type,
      started_on: workingUntil(addDays(LAST_DAY, -random.int(0, 6))),
    }));
}
