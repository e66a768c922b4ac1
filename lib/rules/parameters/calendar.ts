import { choice, hours, integer, list } from './parameter';

export const calendarParameters = {
  'calendar.country': choice(['CN'], { rule: 'T-01', zh: '公共日历', en: 'Public calendar', value: 'CN' }),
  'calendar.hours': hours({
    rule: 'T-03',
    zh: '工作时间',
    en: 'Working hours',
    value: '09:00-12:00,13:00-18:00',
    source: '001 sec. 3 part 2 (16)',
    assumed: true,
  }),
  'calendar.added_days': list({
    rule: 'T-01',
    zh: '公司另定的工作日',
    en: 'Working days that the company adds',
    value: [],
  }),
  'calendar.removed_days': list({
    rule: 'T-01',
    zh: '公司另定的休息日',
    en: 'Days off that the company adds',
    value: [],
  }),
  'data.stale_after': integer({
    rule: 'T-05',
    unit: 'days',
    zh: '数据超过多少天算旧',
    en: 'Data counts as stale after',
    value: 3,
  }),
} as const;
