/**
 * The builder finds the product's own start-up file above this folder; it never runs here, and it says
 * nothing to a browser, but what it imports must stay outside the bundle.
 * @type {import('next').NextConfig}
 */
export default {
  serverExternalPackages: ['@duckdb/node-api', '@duckdb/node-bindings', '@libsql/client', 'libsql'],
};
