/** Messages of the scripts, in the language of the machine. Plain Node: they run before anything is installed. */
const locale =
  process.env.LC_ALL ||
  process.env.LC_MESSAGES ||
  process.env.LANG ||
  Intl.DateTimeFormat().resolvedOptions().locale;
const chinese = /^zh/i.test(locale);

/** The one of both sentences that the reader reads. */
export const say = (zh, en) => (chinese ? zh : en);

/** A fault that the reader can mend: its message names the remedy, and no stack is shown. */
export class Remedy extends Error {}

/**
 * One line for one step, with its seconds. The work may return a word to stand behind the name, and that it
 * failed without breaking off.
 */
export async function step(name, work) {
  const started = performance.now();
  const tell = (mark, detail) => {
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${mark} ${name}${detail ? `: ${detail}` : ''} (${seconds} s)`);
  };
  try {
    const { detail, value, failed } = (await work()) ?? {};
    tell(failed ? '✗' : '✓', detail);
    return value;
  } catch (error) {
    tell('✗');
    throw error;
  }
}

/** Runs the script's main function; a fault ends it with its sentence and exit code 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Remedy ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
