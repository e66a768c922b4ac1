/** A decision that cannot stand; says why in both languages. Nothing of it is kept. */
export class DecisionError extends Error {
  constructor(
    readonly zh: string,
    readonly en: string,
  ) {
    super(en);
    this.name = 'DecisionError';
  }
}

/** @throws DecisionError where nobody is named */
export function requireName(by: string): string {
  if (by.trim() === '') throw new DecisionError('请写明是谁决定的。', 'Say who decides.');
  return by.trim();
}

/** @throws DecisionError where there is no reason */
export function requireWhy(why: string | null | undefined): string {
  const text = why?.trim() ?? '';
  if (text === '') throw new DecisionError('请写明理由。', 'Give the reason.');
  return text;
}
