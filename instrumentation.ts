/** Runs once when the server starts: opens the data, so that the first page does not wait for it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return;
  const { openWarehouse } = await import('@/lib/warehouse/warehouse');
  await openWarehouse();
}
