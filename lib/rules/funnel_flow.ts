/** What becomes of those who enter a stage; the balance of the second funnel. */

/** F-02: by what came after the last entry of the stage: a later stage, lost, an earlier stage, or nothing yet. */
export const fates = ['advanced', 'lost', 'moved_back', 'still_there'] as const;
export type Fate = (typeof fates)[number];

/** 0 where entered = advanced + lost + moved back + still there. */
export const flowRemainder = (row: Readonly<Record<Fate | 'entered', number>>): number =>
  row.entered - fates.reduce((sum, fate) => sum + row[fate], 0);
