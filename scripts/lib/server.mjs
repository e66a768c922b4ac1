import { spawn } from 'node:child_process';
import { get } from 'node:http';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { owned, root } from './run.mjs';
import { Remedy, say } from './say.mjs';

const READY_WITHIN_MS = 60_000;

/** Whether something could listen there now. */
function isFree(host, port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else
        reject(
          new Remedy(
            say(`不能在 ${host} 上监听：${error.message}`, `Cannot listen on ${host}: ${error.message}`),
          ),
        );
    });
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** The wanted port, or the next one that is free. */
export async function freePort(host, wanted) {
  for (let port = wanted; port < Math.min(wanted + 100, 65_536); port++) {
    if (await isFree(host, port)) return port;
  }
  throw new Remedy(
    say(
      `从 ${wanted} 起的 100 个端口都被占用。用 PORT=… 指定另一个。`,
      `The 100 ports from ${wanted} are all taken. Name another one with PORT=….`,
    ),
  );
}

/** A port that the machine gives, for a server that nobody needs to find. */
export function anyPort(host) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, host, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

const answers = (url) =>
  new Promise((resolve) => {
    // A page of a large company takes long at first; whether the server is up is told by less.
    get(`${url}/icon.svg`, (response) => {
      response.resume();
      resolve(true);
    }).on('error', () => resolve(false));
  });

/**
 * Starts the built server and waits until it answers.
 * @returns {Promise<{url: string, stop: () => Promise<void>, ended: Promise<number>}>}
 */
export async function serve({ host, port, env = {} }) {
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const url = `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`;
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  // Reports make tens of thousands of short-lived rows: a larger nursery spares an eighth of their time.
  const node = ['--max-semi-space-size=64'];
  const child = spawn(process.execPath, [...node, next, 'start', '-H', host, '-p', String(port)], {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', TIERLINE_URL: url, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  owned(child);
  const said = [];
  let ready = false;
  // Next's own greeting says less than ours; what the server says later is its log.
  child.stdout.on('data', (part) => (ready ? process.stdout.write(part) : said.push(part)));
  let exit;
  const ended = new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      exit = code ?? (signal ? 1 : 0);
      resolve(exit);
    });
  });
  const stop = async () => {
    if (exit === undefined) child.kill('SIGTERM');
    await ended;
  };
  const until = Date.now() + READY_WITHIN_MS;
  while (!(await answers(url))) {
    if (exit !== undefined || Date.now() > until) {
      await stop();
      const why = Buffer.concat(said).toString('utf8').trim();
      throw new Remedy(
        [why, say(`服务没有在 ${url} 启动。`, `The server did not come up at ${url}.`)]
          .filter(Boolean)
          .join('\n'),
      );
    }
    await pause(100);
  }
  ready = true;
  return { url, stop, ended };
}
