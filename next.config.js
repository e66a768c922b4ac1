import createNextIntlPlugin from 'next-intl/plugin';

/** The native packages stay outside the bundle: their bindings are found at run time. */
const native = ['@duckdb/node-api', '@duckdb/node-bindings', '@libsql/client', 'libsql'];

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  // pdfkit reads its metrics from files beside its code.
  serverExternalPackages: [...native, 'pdfkit'],
  outputFileTracingIncludes: {
    '/**': [
      './node_modules/@duckdb/node-bindings-*/**',
      './queries/**/*.sql',
      './lib/work/migrations/*.sql',
      './node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-{Regular,Medium}.otf',
      './dist/**',
      './lib/solve/worker.mjs',
      './node_modules/highs/**',
    ],
  },
  outputFileTracingExcludes: { '/**': ['./data/**'] },
};

export default createNextIntlPlugin('./app/_i18n/request.ts')(config);
