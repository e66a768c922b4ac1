/** Excel's numbers as text: dates of both epochs, and numbers without the noise of binary floats. */
import Decimal from 'decimal.js';

/** What a number format makes of a number. */
export interface NumberStyle {
  is: 'number' | 'date' | 'time';
  /** A format of zeros only ("00000") shows a code with its leading zeros. */
  pad: number;
}

export const plainNumber: NumberStyle = { is: 'number', pad: 0 };

/** Built-in formats that are dates or times, those of Chinese Excel (27–36, 50–58) among them. */
function builtin(id: number): NumberStyle | null {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36)
    return { is: 'date', pad: 0 };
  if ((id >= 50 && id <= 54) || id === 57 || id === 58) return { is: 'date', pad: 0 };
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 55 || id === 56)
    return { is: 'time', pad: 0 };
  return null;
}

/** `format` is the custom format of this id, if the workbook has one. A length of time ([h]:mm) stays a number. */
export function numberStyle(id: number, format: string | undefined): NumberStyle {
  if (format === undefined) return builtin(id) ?? plainNumber;
  const first = format.split(';')[0] ?? '';
  if (/\[(?:h+|m+|s+)\]/i.test(first)) return plainNumber;
  const bare = first.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').toLowerCase();
  if (/^0{2,}$/.test(bare)) return { is: 'number', pad: bare.length };
  if (/general|standard|[#?]/.test(bare)) return plainNumber;
  if (/[yd]/.test(bare)) return { is: 'date', pad: 0 };
  if (/[hs]/.test(bare)) return { is: 'time', pad: 0 };
  return /m/.test(bare) ? { is: 'date', pad: 0 } : plainNumber;
}

const two = (n: number) => String(n).padStart(2, '0');
const lastSerial = 2_958_466;

/** `2026-03-05`, `2026-03-05 09:30:00`, or `09:30:00` for a time without a day. Null when it is no date. */
export function serialText(serial: number, style: NumberStyle, epoch1904: boolean): string | null {
  if (!(serial >= 0 && serial < lastSerial)) return null;
  let day = Math.floor(serial);
  let seconds = Math.round((serial - day) * 86_400);
  if (seconds === 86_400) {
    day++;
    seconds = 0;
  }
  const clock = `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  if (style.is === 'time' && day === 0) return clock;
  const date = dayText(day, epoch1904);
  return seconds === 0 ? date : `${date} ${clock}`;
}

function dayText(day: number, epoch1904: boolean): string {
  if (!epoch1904) {
    // Excel shows day 0 as 1900-01-00 and has a 29 February in 1900; neither is a date.
    if (day === 0) return '1900-01-00';
    if (day === 60) return '1900-02-29';
  }
  const base = epoch1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(base + day * 86_400_000).toISOString().slice(0, 10);
}

/** A stored number as people see it: 15 significant digits, no exponent. A text that is no number stays. */
export function numberText(stored: string, pad: number): string {
  if (/^-?\d{1,15}$/.test(stored)) return pad > 0 ? stored.padStart(pad, '0') : stored;
  const n = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(n)) return stored;
  if (/^-?\d+$/.test(stored)) return stored;
  return new Decimal(n.toPrecision(15)).toFixed();
}
