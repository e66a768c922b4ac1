/**
 * Runs once when the server starts: opens the data, listens for the command line, reads what pages stand on, and asks
 * for some of them where it was told its own address (`TIERLINE_URL`).
 */
export async function register(): Promise<void> {
  // A block of its own: what runs elsewhere is built without it.
  if (process.env.NEXT_RUNTIME === 'nodejs' && process.env.NEXT_PHASE !== 'phase-production-build') {
    const { openWarehouse } = await import('@/lib/warehouse/warehouse');
    const { serveCommands } = await import('@/lib/command/server');
    const { openDay } = await import('@/lib/reports/open');
    const { prepareData } = await import('@/lib/reports/prepare');
    const { soleViewer } = await import('@/lib/reports/viewer');
    const { today } = await import('@/app/_lib/today');
    const { warmPages } = await import('@/app/_lib/warm');
    try {
      await serveCommands(await openWarehouse());
    } catch (error) {
      // A server without its data would answer every page with a fault: it says why, and ends.
      console.error(error instanceof Error ? error.message : error);
      process.exit(1);
    }
    // Nobody waits for it; what fails here is told to who asks for it.
    openDay(soleViewer, today())
      .then(async (context) => {
        await prepareData(context);
        const url = process.env.TIERLINE_URL;
        if (url && context.data.through !== null) await warmPages(url, context.defaultAsOf);
      })
      .catch(() => undefined);
  }
}
