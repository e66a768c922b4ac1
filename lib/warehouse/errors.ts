/** What can go wrong between a report and the engine. The page shows a calm sentence, the log the rest. */

/** A statement failed: names the SQL file and the parameters it was given. */
export class QueryError extends Error {
  constructor(
    readonly file: string,
    readonly params: Readonly<Record<string, unknown>>,
    cause: unknown,
  ) {
    super(`${file} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'QueryError';
  }
}

/** Another process holds the warehouse file. */
export class WarehouseBusyError extends Error {
  constructor(
    readonly path: string,
    cause: unknown,
  ) {
    super(
      `The warehouse ${path} is held by another process. Wait for it to end, or send the work to the server that is running.`,
      { cause },
    );
    this.name = 'WarehouseBusyError';
  }
}
