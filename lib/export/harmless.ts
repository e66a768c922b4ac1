/**
 * Text that a spreadsheet would run as a formula, made plain by an apostrophe in front. Only text: typed
 * numbers keep their minus.
 */
export function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
