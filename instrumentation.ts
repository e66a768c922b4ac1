/** Runs once when the server starts: opens the data, and listens for the command line. */
export async function register(): Promise<void> {
  // A block of its own: what runs elsewhere is built without it.
  if (process.env.NEXT_RUNTIME === 'nodejs' && process.env.NEXT_PHASE !== 'phase-production-build') {
    const { openWarehouse } = await import('@/lib/warehouse/warehouse');
    const { serveCommands } = await import('@/lib/command/server');
    try {
      await serveCommands(await openWarehouse());
    } catch (error) {
      // A server without its data would answer every page with a fault: it says why, and ends.
      console.error(error instanceof Error ? error.message : error);
      process.exit(1);
    }
  }
}
