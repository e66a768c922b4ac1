/**
 * How credits cover charges as whole numbers: days since 1970 and cents, so that the ledgers of a company
 * are covered as of any day in a few milliseconds. What the rule says stands in `receivables.ts`; a test holds the two
 * together.
 */

/** Stands for a day that there is not. */
export const NO_DAY = -(2 ** 31);

export type Amounts = Int32Array | Float64Array;

/** Rows of customers by their keys: those of one beside one another. */
interface OfCustomers {
  /** By key, where a customer's rows begin; one more at the end. */
  readonly starts: Int32Array;
  readonly date: Int32Array;
  /** Cents. */
  readonly amount: Amounts;
}

/** What customers have to pay, oldest first. */
export interface Charges extends OfCustomers {
  /** `NO_DAY` where it has no due date of its own. */
  readonly dueOn: Int32Array;
  /** 1 of a sale, 0 of an opening balance. */
  readonly isSale: Uint8Array;
}

export interface CoverLedger {
  readonly charges: Charges;
  /** By day, less refunds; what names a sale is in it too. */
  readonly credits: OfCustomers;
  /** What payments pay of the sales that they name, by day; `charge`: its place among the charges. */
  readonly settlements: OfCustomers & { readonly charge: Int32Array };
}

const largest = ({ starts }: OfCustomers): number => {
  let most = 0;
  for (let key = 1; key < starts.length; key++)
    most = Math.max(most, (starts[key] as number) - (starts[key - 1] as number));
  return most;
};

/** Covers the charges of one customer after another; what it found of one stands until the next. */
export class Cover {
  /** Of the charges of the customer, by their order: the day on which each was fully covered, or `NO_DAY`. */
  readonly paidOn: Int32Array;
  /** Cents that are still owed of it. */
  readonly open: Float64Array;
  /** Cents of all credits up to the day, those that cover nothing yet among them. */
  credited = 0;
  /** Cents of all charges up to the day. */
  charged = 0;
  private readonly poolDay: Int32Array;
  private readonly pool: Float64Array;

  /** @param ledger all amounts together are exact as a number */
  constructor(private readonly ledger: CoverLedger) {
    const [charges, days] = [largest(ledger.charges), largest(ledger.credits)];
    this.paidOn = new Int32Array(charges);
    this.open = new Float64Array(charges);
    this.poolDay = new Int32Array(days);
    this.pool = new Float64Array(days);
  }

  /**
   * Covers a customer's charges by what is dated up to a day.
   * @returns how many charges it has by then
   */
  of(key: number, day: number): number {
    const known = this.charge(key, day);
    const days = this.credit(key, day, known);
    if (known > 0) this.spend(key, known, days);
    return known;
  }

  private charge(key: number, day: number): number {
    const { starts, date, amount } = this.ledger.charges;
    const { open, paidOn } = this;
    const start = starts[key] ?? 0;
    const end = starts[key + 1] ?? start;
    let [at, charged] = [start, 0];
    for (; at < end && (date[at] as number) <= day; at++) {
      const owed = amount[at] as number;
      charged += owed;
      open[at - start] = owed;
      paidOn[at - start] = NO_DAY;
    }
    this.charged = charged;
    return at - start;
  }

  /**
   * First what names a sale; then what is left in the pool on each day: the least of that day and of those after it.
   * A settlement waits for its sale: until that is dated, the payment lies in the pool.
   */
  private credit(key: number, day: number, known: number): number {
    const { credits, settlements, charges } = this.ledger;
    const { open, paidOn, pool, poolDay } = this;
    const first = charges.starts[key] ?? 0;
    let settled = settlements.starts[key] ?? 0;
    const lastSettled = settlements.starts[key + 1] ?? settled;
    const start = credits.starts[key] ?? 0;
    const end = credits.starts[key + 1] ?? start;
    let [at, total, credited] = [start, 0, 0];
    for (; at < end; at++) {
      const on = credits.date[at] as number;
      if (on > day) break;
      const amount = credits.amount[at] as number;
      credited += amount;
      total += amount;
      for (; settled < lastSettled && (settlements.date[settled] as number) <= on; settled++) {
        const place = (settlements.charge[settled] as number) - first;
        if (place >= known) continue;
        const part = settlements.amount[settled] as number;
        total -= part;
        open[place] = (open[place] as number) - part;
        paidOn[place] = settlements.date[settled] as number;
      }
      pool[at - start] = total;
      poolDay[at - start] = on;
    }
    for (let i = at - start - 2; i >= 0; i--)
      if ((pool[i + 1] as number) < (pool[i] as number)) pool[i] = pool[i + 1] as number;
    this.credited = credited;
    return at - start;
  }

  /** The pool pays the oldest first. `paidOn` holds the last day on which a payment that names the charge came. */
  private spend(key: number, known: number, days: number): void {
    const { starts, date } = this.ledger.charges;
    const { open, paidOn, pool, poolDay } = this;
    const first = starts[key] as number;
    const inPool = days === 0 ? 0 : (pool[days - 1] as number);
    let [upTo, reached] = [0, 0];
    for (let i = 0; i < known; i++) {
      const wanted = open[i] as number;
      let paid = Math.max(date[first + i] as number, paidOn[i] as number);
      if (wanted !== 0) {
        const before = upTo;
        upTo += wanted;
        open[i] = wanted - Math.max(0, Math.min(wanted, inPool - before));
        while (reached < days && (pool[reached] as number) < upTo) reached++;
        paid = reached < days ? Math.max(paid, poolDay[reached] as number) : NO_DAY;
      }
      paidOn[i] = paid;
    }
  }
}

/** the day on which a charge falls due, or `NO_DAY`; the company's term, in days, is given to sales alone. */
export function dueOn(charges: Charges, at: number, defaultTerm: number | null): number {
  const own = charges.dueOn[at] as number;
  if (own !== NO_DAY || defaultTerm === null || charges.isSale[at] !== 1) return own;
  return (charges.date[at] as number) + defaultTerm;
}
