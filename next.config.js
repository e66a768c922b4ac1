import createNextIntlPlugin from 'next-intl/plugin';

/** The native packages stay outside the bundle: their bindings are found at run time. */
const native = ['@duckdb/node-api', '@duckdb/node-bindings', '@libsql/client', 'libsql'];

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  serverExternalPackages: native,
  outputFileTracingIncludes: {
    '/**': [
      './node_modules/@duckdb/node-bindings-*/**',
      './queries/**/*.sql',
      './lib/work/migrations/*.sql',
      './dist/**',
    ],
  },
  outputFileTracingExcludes: { '/**': ['./data/**'] },
};

export default createNextIntlPlugin('./app/_i18n/request.ts')(config);
