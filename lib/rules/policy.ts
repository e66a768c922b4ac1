/** The values in force on a day: the company's own laid over the defaults. */
import { type ParameterName, type PolicyValues, parameterNames, parameters } from './parameters';
import type { DatedValue, Parameter, ParameterValue } from './parameters/parameter';

/** A value that a company set for itself. */
export interface OwnValue {
  parameter: ParameterName;
  /** First day on which it holds, `YYYY-MM-DD`. */
  from: string;
  value: ParameterValue;
  setBy: string;
  setAt: string;
  why: string;
}

/** Asked for a parameter on a day before its first value: never answered with zero. */
export class NotInForceError extends Error {
  constructor(
    readonly parameter: string,
    readonly day: string,
    readonly firstFrom: string | null,
  ) {
    super(
      firstFrom
        ? `The parameter ${parameter} is not in force on ${day}: its first value holds from ${firstFrom}.`
        : `The parameter ${parameter} has no value.`,
    );
    this.name = 'NotInForceError';
  }
}

/** A dated value as pages print it; `own` where the company set it. */
export interface ValueInForce extends DatedValue<ParameterValue> {
  own: OwnValue | null;
}

export class PolicyBook {
  private readonly byName: ReadonlyMap<ParameterName, readonly ValueInForce[]>;

  /** Differs whenever a value differs: results that rest on the policy are kept under it. */
  readonly version: string;

  constructor(own: readonly OwnValue[] = []) {
    this.version = JSON.stringify(own.map((o) => [o.parameter, o.from, o.value, o.setAt]));
    this.byName = new Map(parameterNames.map((name) => [name, history(name, own)]));
  }

  /** All dated values of a parameter, oldest first. */
  history(name: ParameterName): readonly ValueInForce[] {
    return this.byName.get(name) ?? [];
  }

  /**
   * The value in force on a day, with its source.
   * @param day `YYYY-MM-DD`
   * @throws NotInForceError before the first value
   */
  valueOn(name: ParameterName, day: string): ValueInForce {
    const values = this.history(name);
    const inForce = values.findLast((v) => v.from <= day);
    if (!inForce) throw new NotInForceError(name, day, values[0]?.from ?? null);
    return inForce;
  }

  /** Plain values of a day; a parameter that is not in force throws when it is read. */
  on(day: string): PolicyValues {
    const values = {};
    for (const name of parameterNames) {
      Object.defineProperty(values, name, { enumerable: true, get: () => this.valueOn(name, day).value });
    }
    return values as PolicyValues;
  }
}

function history(name: ParameterName, own: readonly OwnValue[]): ValueInForce[] {
  const parameter: Parameter = parameters[name];
  const defaults = parameter.values.map((v) => ({ ...v, own: null }));
  const mine = own
    .filter((o) => o.parameter === name)
    .map((o) => ({ from: o.from, value: o.value, source: o.why, assumed: false, own: o }));
  // On the same day the company's own value stands; of two of its own, the one set later.
  const byDay = new Map<string, ValueInForce>();
  for (const v of [...defaults, ...mine.sort((a, b) => (a.own.setAt < b.own.setAt ? -1 : 1))])
    byDay.set(v.from, v);
  return [...byDay.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}
