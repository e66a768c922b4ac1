/** Runs a decision of a person and words what came of it. */
import { revalidatePath } from 'next/cache';
import { getLocale } from 'next-intl/server';
import { DecisionError } from '@/lib/work/decision_error';

/** What a decision answers to the page that asked for it. */
export interface Decided {
  /** Why nothing was kept. */
  problem: string | null;
  /** What was done. */
  done: string | null;
  /** The numbers of what was made, by which it is undone. */
  ids: number[];
}

/** @returns what was done, or why nothing was; other failures are thrown */
export async function decided(work: () => Promise<{ done: string; ids?: number[] }>): Promise<Decided> {
  try {
    const { done, ids = [] } = await work();
    revalidatePath('/', 'layout');
    return { problem: null, done, ids };
  } catch (error) {
    if (!(error instanceof DecisionError)) throw error;
    return { problem: (await getLocale()) === 'en' ? error.en : error.zh, done: null, ids: [] };
  }
}
