/** `node scripts/worker.mjs`: bundles the reader of uploads into dist/. Part of `npm run build`. */
import { bundleWorker } from './lib/worker.mjs';

await bundleWorker();
