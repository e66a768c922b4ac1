/** Puts many numbers in order without comparing them two by two, and finds the largest: 200,000 in a few milliseconds. */

const DIGIT = 16;
const DIGITS = 2 ** DIGIT;

/**
 * Places by their numbers, the smallest first; of equal ones the earlier place stays the earlier.
 * @param places in the order that equal ones keep
 * @param values whole, by place; exact as numbers
 */
export function ordered(places: Uint32Array, values: Float64Array): Uint32Array {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < places.length; i++) {
    const value = values[places[i] as number] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return most - least < 2 ** 32
    ? orderedWords(places, values, least, most - least)
    : orderedFar(places, values, least, most - least);
}

/** What is needed on the way, by place: the same each time, as what is thrown away has to be cleaned up. */
let room = new Uint32Array(0);
const counts = new Uint32Array(DIGITS + 1);

/** Where the differences fit into 32 bits: a company's days, and most of its amounts. */
function orderedWords(places: Uint32Array, values: Float64Array, least: number, range: number): Uint32Array {
  if (room.length < values.length) room = new Uint32Array(values.length);
  const keys = room;
  for (let i = 0; i < places.length; i++) {
    const place = places[i] as number;
    keys[place] = (values[place] as number) - least;
  }
  let from = places.slice();
  if (range === 0) return from;
  let to = new Uint32Array(places.length);
  for (let shift = 0; shift < 32 && range >= 2 ** shift; shift += DIGIT) {
    counts.fill(0);
    for (let i = 0; i < from.length; i++) {
      const next = (((keys[from[i] as number] as number) >>> shift) & (DIGITS - 1)) + 1;
      counts[next] = (counts[next] as number) + 1;
    }
    for (let d = 1; d < DIGITS; d++) counts[d] = (counts[d] as number) + (counts[d - 1] as number);
    for (let i = 0; i < from.length; i++) {
      const place = from[i] as number;
      const digit = ((keys[place] as number) >>> shift) & (DIGITS - 1);
      const at = counts[digit] as number;
      counts[digit] = at + 1;
      to[at] = place;
    }
    [from, to] = [to, from];
  }
  return from;
}

function orderedFar(places: Uint32Array, values: Float64Array, least: number, range: number): Uint32Array {
  let from = places.slice();
  let to = new Uint32Array(places.length);
  const digits = new Uint16Array(values.length);
  for (let unit = 1; unit <= range; unit *= DIGITS) {
    counts.fill(0);
    for (let i = 0; i < from.length; i++) {
      const place = from[i] as number;
      const digit = Math.floor(((values[place] as number) - least) / unit) % DIGITS;
      digits[place] = digit;
      counts[digit + 1] = (counts[digit + 1] as number) + 1;
    }
    for (let d = 1; d < DIGITS; d++) counts[d] = (counts[d] as number) + (counts[d - 1] as number);
    for (let i = 0; i < from.length; i++) {
      const place = from[i] as number;
      const digit = digits[place] as number;
      const at = counts[digit] as number;
      counts[digit] = at + 1;
      to[at] = place;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Of numbers that come one by one the `top` largest; which they are beyond the smallest of them is not kept. */
export class Largest {
  /** Below it, and at it, nothing is among them any more; minus infinity while there are fewer than `top`. */
  bound = Number.NEGATIVE_INFINITY;
  private readonly found: Float64Array;
  private length = 0;

  constructor(private readonly top: number) {
    this.found = new Float64Array(2 * top);
  }

  add(value: number): void {
    if (value <= this.bound) return;
    this.found[this.length] = value;
    this.length += 1;
    if (this.length === this.top || this.length === this.found.length) this.cut();
  }

  /** Keeps the largest: seldom, as many come between. */
  private cut(): void {
    const sorted = this.found.subarray(0, this.length).sort();
    const first = this.length - this.top;
    this.bound = sorted[first] as number;
    this.found.copyWithin(0, first, this.length);
    this.length = this.top;
  }
}
