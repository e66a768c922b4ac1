/** What heads the rows of a figure, with the amounts that the policy gave for it. */
import { plain, rate } from '@/lib/format';
import type { AnySheet, StatementLine } from '@/lib/reports/bonus_statement_shape';
import type { ParameterName } from '@/lib/rules/parameters';
import type { StatementWords } from './statement-words';

/** Title and note over the lines of a figure, by what was in force for this very statement. */
export function groupWords(
  figure: string,
  lines: readonly StatementLine[],
  sheet: AnySheet,
  words: StatementWords,
): { title: string; note: string } {
  const value = (name: ParameterName) => String(sheet.parameters.find((p) => p.name === name)?.value ?? '0');
  const n = lines.filter((line) => line.counts).length;
  const monthly = figure === 'safety_points' && value('bonus.safety_per') === 'month';
  const key = monthly ? 'safety_month' : figure;
  const values = { n: figure === 'reward' ? n : lines.length, ...amountsOf(figure, value) };
  return { title: words.t(`groups.${key}.title`, values), note: words.t(`groups.${key}.note`, values) };
}

type Value = (name: ParameterName) => string;

function amountsOf(figure: string, value: Value): Record<string, string> {
  switch (figure) {
    case 'safety_points':
      return { each: plain(value('bonus.safety_points')) };
    case 'praise':
      return { least: plain(value('bonus.praise_min')), most: plain(value('bonus.praise_max')) };
    case 'savings':
      return { least: plain(value('bonus.saving_min')), most: plain(value('bonus.saving_max')) };
    case 'fines_unsigned':
      return { each: plain(value('fine.unsigned')) };
    case 'fines_complaint':
      return { each: plain(value('fine.complaint')) };
    case 'award':
      return {
        first: value('award.first_to_rank'),
        firstAward: plain(value('award.first')),
        second: value('award.second_to_rank'),
        secondAward: plain(value('award.second')),
      };
    case 'parts_commission':
      return { share: rate(Number(value('parts.technician_share')), 0) };
    case 'reward':
      return { months: value('bonus.no_repeat_months'), each: plain(value('bonus.no_repeat')) };
    default:
      return {};
  }
}
