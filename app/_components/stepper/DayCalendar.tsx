'use client';
import { useLocale } from 'next-intl';
import { DayPicker } from 'react-day-picker';
import { enUS } from 'react-day-picker/locale/en-US';
import { zhCN } from 'react-day-picker/locale/zh-CN';
import type { PickerProps } from './StepperPopup';

/** Noon, so that no time zone moves the day. */
const asDate = (day: string) =>
  new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)), 12);

const asDay = (date: Date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0'))
    .join('-');

const classNames = {
  months: 'relative',
  nav: 'absolute inset-x-0 top-0 flex justify-between',
  button_previous: 'size-7',
  button_next: 'size-7',
  chevron: 'mx-auto size-3.5 fill-ink-2',
  month_caption: 'h-7 text-center leading-7 font-semibold',
  weekday: 'h-6 w-8 font-normal text-ink-3',
  day: 'p-0 text-center',
  day_button: 'h-7 w-8 rounded-tag hover:bg-sunk max-desk:h-11 max-desk:w-11',
  selected: 'rounded-tag bg-accent-tint font-semibold',
  disabled: 'opacity-40',
  outside: 'text-ink-3',
} as const;

/** A calendar with Monday first. */
export default function DayCalendar({ value, from, to, onChoose }: PickerProps) {
  const locale = useLocale() === 'en' ? enUS : zhCN;
  const outside = [...(from ? [{ before: asDate(from) }] : []), ...(to ? [{ after: asDate(to) }] : [])];
  return (
    <DayPicker
      mode="single"
      required
      autoFocus
      weekStartsOn={1}
      locale={locale}
      defaultMonth={asDate(value)}
      selected={asDate(value)}
      disabled={outside}
      onSelect={(date) => onChoose(asDay(date))}
      classNames={classNames}
    />
  );
}
