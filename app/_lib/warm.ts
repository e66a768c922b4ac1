/**
 * Asks the server for its own pages once it has read what they stand on: until a page was asked a few questions its code
 * is still being compiled, and with a large company the first visitors would wait for that.
 */
import http from 'node:http';
import { addDays } from '@/lib/format';

/** The pages that count the most, and the one that opens first. */
const PAGES = ['/funnel', '/idle', '/visits'];
const FIRST = '/';
/** Of other days each, since what was answered before is remembered. */
const QUESTIONS = 3;

/**
 * Asks one question after the other.
 * @param url where the server answers
 * @param day `YYYY-MM-DD`, on which pages open
 * @throws Error where the server does not answer
 */
export async function warmPages(url: string, day: string): Promise<void> {
  for (let n = 1; n <= QUESTIONS; n++)
    for (const page of PAGES) await ask(`${url}${page}?as_of=${addDays(day, -n)}`);
  await ask(url + FIRST);
}

/** Waits for the last byte; what is answered is looked at by nobody. */
function ask(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    http
      .get(address, (response) => {
        response.on('end', resolve).on('error', reject).resume();
      })
      .on('error', reject);
  });
}
