/** Saved views: a page with its filters, under a name of one's own. */
import type { WorkStore } from './store';

export interface SavedView {
  id: number;
  name: string;
  /** Path and query within the product: `/quotas?department=…`. */
  url: string;
  savedBy: string;
  savedAt: string;
}

/** An address that would lead out of the product. */
export class ForeignUrlError extends Error {
  constructor(readonly url: string) {
    super(`"${url}" is no address within the product.`);
    this.name = 'ForeignUrlError';
  }
}

/** The views that somebody saved, by name. */
export async function savedViews(store: WorkStore, by: string): Promise<SavedView[]> {
  const { rows } = await store.read({
    sql: 'select * from views where saved_by = ? and removed_at is null order by name',
    args: [by],
  });
  return rows.map((r) => ({
    id: Number(r.id),
    name: String(r.name),
    url: String(r.url),
    savedBy: String(r.saved_by),
    savedAt: String(r.saved_at),
  }));
}

/**
 * Saves a view, in place of one's own of that name.
 * @throws ForeignUrlError: a saved link must not lead to another site
 */
export async function saveView(
  store: WorkStore,
  view: { name: string; url: string; by: string },
  now: Date = new Date(),
): Promise<void> {
  if (!/^\/(?![/\\])/.test(view.url)) throw new ForeignUrlError(view.url);
  const at = now.toISOString();
  await store.write(async (tx) => {
    await tx.execute({
      sql: `update views set removed_by = saved_by, removed_at = ?
            where saved_by = ? and name = ? and removed_at is null`,
      args: [at, view.by, view.name],
    });
    await tx.execute({
      sql: 'insert into views (name, url, saved_by, saved_at) values (?, ?, ?, ?)',
      args: [view.name, view.url, view.by, at],
    });
  });
}

/** Removes one's own view. @returns false where one has none of that name */
export async function deleteView(
  store: WorkStore,
  name: string,
  by: string,
  now: Date = new Date(),
): Promise<boolean> {
  const { rowsAffected } = await store.write((tx) =>
    tx.execute({
      sql: `update views set removed_by = ?, removed_at = ?
            where saved_by = ? and name = ? and removed_at is null`,
      args: [by, now.toISOString(), by, name],
    }),
  );
  return rowsAffected > 0;
}

/** Another view of one's own has that name already. */
export class NameTakenError extends Error {
  constructor(readonly taken: string) {
    super(`There is a view "${taken}" already.`);
    this.name = 'NameTakenError';
  }
}

/**
 * Gives one's own view another name. The view under the old name stays in the store, marked as removed.
 * @returns false where one has none of the old name
 * @throws NameTakenError
 */
export async function renameView(
  store: WorkStore,
  change: { name: string; to: string; by: string },
  now: Date = new Date(),
): Promise<boolean> {
  const at = now.toISOString();
  return store.write(async (tx) => {
    const { rows } = await tx.execute({
      sql: 'select name, url from views where saved_by = ? and name in (?, ?) and removed_at is null',
      args: [change.by, change.name, change.to],
    });
    const old = rows.find((r) => r.name === change.name);
    if (!old) return false;
    if (change.to === change.name) return true;
    if (rows.length > 1) throw new NameTakenError(change.to);
    await tx.execute({
      sql: `update views set removed_by = saved_by, removed_at = ?
            where saved_by = ? and name = ? and removed_at is null`,
      args: [at, change.by, change.name],
    });
    await tx.execute({
      sql: 'insert into views (name, url, saved_by, saved_at) values (?, ?, ?, ?)',
      args: [change.to, String(old.url), change.by, at],
    });
    return true;
  });
}
