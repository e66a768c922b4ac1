/** Money inside the generator is whole fen, so that no binary fraction decides a figure. */
export function yuan(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new Error(`Not a whole number of fen: ${fen}`);
  const sign = fen < 0 ? '-' : '';
  const abs = Math.abs(fen);
  return `${sign}${Math.floor(abs / 100)}.${String(abs % 100).padStart(2, '0')}`;
}
