import { type RuleTexts, rule } from './text';

/** T: days, hours and periods. */
export const calendarTexts: RuleTexts = {
  'T-01': rule(
    '—',
    ['工作日', '工作日按国家公布的放假和调休安排，公司可以增减；日历没有的年份按周一到周五算，并给出提示。'],
    [
      'Working day',
      'Working days follow the published holidays and make-up days, and a company can add or remove some; years that the calendar lacks run Monday to Friday, with a warning.',
    ],
  ),
  'T-02': rule(
    '000 part 1 art. 3, 5; 001 sec. 1 art. 3, 5',
    ['工作日期限', '期限从次日数起，到第 N 个工作日结束为止，当天不算。'],
    [
      'Deadline in working days',
      'The count starts on the following day; the deadline is the end of the N-th working day.',
    ],
    ['calendar.added_days', 'calendar.removed_days'],
  ),
  'T-03': rule(
    '001 sec. 3 part 2 (16)',
    ['工作时间', '只计工作日里上班时段内的时间，午休、夜间和休息日不算。'],
    [
      'Working hours',
      'Only time inside the working hours of working days counts; lunch, nights and days off do not.',
    ],
    ['calendar.added_days', 'calendar.removed_days'],
  ),
  'T-04': rule(
    '002 part 1, 3.1–3.2',
    ['期间', '半年是 1–6 月或 7–12 月，季度、月按日历，一周从周一到周日。'],
    [
      'Periods',
      'A half-year is January to June or July to December; quarters and months follow the calendar, weeks run Monday to Sunday.',
    ],
  ),
  'T-05': rule(
    '—',
    ['截止日', '只看截止日当天及以前的记录；评审和奖金以期末为截止日。'],
    [
      'As-of date',
      'Nothing dated after the as-of date counts; reviews and bonuses are judged at the end of their period.',
    ],
  ),
};
