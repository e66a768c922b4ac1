/**
 * `npm start`: from a fresh clone to a running dashboard. Installs, builds and loads only what is missing.
 * PORT (3000), HOST (127.0.0.1) and DATA_DIR (data/store) may be set; `--empty` leaves out the sample company.
 */
import { ensureBuild } from './lib/build.mjs';
import { dataDir, ensureData } from './lib/data.mjs';
import { checkNode, ensureModules } from './lib/install.mjs';
import { main, Remedy, say, step } from './lib/say.mjs';
import { freePort, serve } from './lib/server.mjs';

function wantedPort() {
  const port = Number(process.env.PORT || 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Remedy(
    say(`PORT=${process.env.PORT} 不是端口号。`, `PORT=${process.env.PORT} is no port number.`),
  );
}

await main(async () => {
  let server;
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      asked = true;
      if (server) void server.stop();
      // What a step has started ends with this process.
      else process.exit(1);
    });
  }
  checkNode();
  const host = process.env.HOST || '127.0.0.1';
  const wanted = wantedPort();
  const folder = dataDir();
  await step(say('依赖包', 'Packages'), ensureModules);
  await step(say('构建', 'Build'), ensureBuild);
  await step(say('数据', 'Data'), () => ensureData(folder, { empty: process.argv.includes('--empty') }));
  server = await step(say('服务', 'Server'), async () => {
    const port = await freePort(host, wanted);
    const value = await serve({ host, port, env: { DATA_DIR: folder } });
    const moved = say(`端口 ${wanted} 被占用，改用 ${port}`, `port ${wanted} is taken, using ${port}`);
    return { value, detail: port === wanted ? undefined : moved };
  });
  console.log(`\n  Tierline  ${server.url}\n\n${say('按 Ctrl+C 结束。', 'Ctrl+C ends it.')}`);
  const code = await server.ended;
  if (!asked) {
    throw new Remedy(
      say(`服务自己结束了，退出码 ${code}。`, `The server ended by itself with exit code ${code}.`),
    );
  }
});
