/** What a server action answers to the form that called it. */
export interface FormState {
  /** Why nothing was kept. */
  problem: string | null;
  /** What was done. */
  done: string | null;
}

/** A field of a form as text; empty where it is missing or a file. */
export const fieldText = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};
