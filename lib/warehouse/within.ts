/** A warehouse as one connection sees it: what a transaction has changed and not yet published. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Warehouse } from './warehouse';

/**
 * The same warehouse, read over one connection, one question after the other. It cannot write.
 * @param version stands in the keys of remembered results, so that they are never taken for those of the present data
 */
export function within(db: Warehouse, c: DuckDBConnection, version: number): Warehouse {
  let last: Promise<unknown> = Promise.resolve();
  const read = <T>(work: (c: DuckDBConnection) => Promise<T>): Promise<T> => {
    const mine = last.then(() => work(c));
    last = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  };
  const refuse = () => Promise.reject(new Error('A warehouse looked at within a transaction cannot write.'));
  return Object.create(db, {
    read: { value: read },
    write: { value: refuse },
    rehearse: { value: refuse },
    dataVersion: { value: () => version },
  }) as Warehouse;
}
