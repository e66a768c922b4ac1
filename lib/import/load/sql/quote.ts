/** The only two ways in which text gets into generated SQL: as a literal and as an identifier, both escaped. */

export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export const name = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;

let names = 0;

/**
 * `let y = x in body`: SQL has none, and an expression written twice is computed twice. The list of one costs
 * little beside what it spares, but is for the tolerant readings only, which few rows need.
 */
export function bind(x: string, body: (y: string) => string): string {
  names = (names + 1) % 1_000_000;
  const y = `y${names}`;
  return `list_transform([${x}], lambda ${y}: ${body(y)})[1]`;
}

/** The value beside a text in a list of pairs, else null; the text is computed once. Values are text. */
export function lookup(x: string, pairs: Iterable<readonly [from: string, to: string]>): string {
  const all = [...pairs];
  if (all.length === 0) return 'null::varchar';
  const keys = all.map(([from]) => literal(from));
  const values = all.map(([, to]) => literal(to));
  return `map([${keys.join(', ')}], [${values.join(', ')}])[${x}]`;
}

/** True where a text is one of a list. */
export const among = (x: string, texts: readonly string[]): string =>
  texts.length === 0 ? 'false' : `list_contains([${texts.map(literal).join(', ')}], ${x})`;
