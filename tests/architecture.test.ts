/** Who may import whom. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Folder under lib (or app) → what it may import from the project. */
const allowed: Record<string, readonly string[]> = {
  rules: [],
  warehouse: ['import'],
  queries: ['warehouse'],
  work: ['warehouse', 'rules', 'import'],
  solve: ['rules', 'warehouse'],
  // Reports take imports back inside a rehearsal, to say what they changed.
  reports: ['queries', 'rules', 'solve', 'work', 'warehouse', 'import'],
  charts: ['reports', 'rules', 'format'],
  export: ['reports', 'rules', 'work', 'warehouse', 'format'],
  import: ['warehouse', 'rules', 'work', 'queries'],
  command: ['import', 'reports', 'export', 'warehouse', 'rules', 'work'],
  format: ['rules'],
  app: ['reports', 'charts', 'export', 'format', 'work', 'import', 'rules', 'solve'],
};

function sources(dir: string): string[] {
  return fs.readdirSync(dir, { withFileTypes: true, recursive: true }).flatMap((e) => {
    const file = path.join(e.parentPath ?? e.path, e.name);
    return e.isFile() && /\.tsx?$/.test(e.name) && !file.includes('.test.') ? [file] : [];
  });
}

const area = (file: string): string => {
  const [top, second] = path.relative('.', file).split(path.sep);
  return top === 'lib' ? (second ?? '').replace(/\.ts$/, '') : (top ?? '');
};

const files = [...sources('lib'), ...sources('app')];
const importsOf = (file: string) =>
  [...fs.readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((m) => m[1] ?? '');

describe('the shape of the code', () => {
  it('has sources to look at', () => expect(files.length).toBeGreaterThan(20));

  it('lets each folder import only what stands below it', () => {
    const wrong = files.flatMap((file) => {
      const from = area(file);
      return importsOf(file)
        .filter((i) => i.startsWith('@/lib/') || i.startsWith('.'))
        .map((i) => area(i.startsWith('.') ? path.join(path.dirname(file), i) : i.slice(2)))
        .filter((to) => to !== from && !(allowed[from] ?? []).includes(to))
        .map((to) => `${file} imports ${to}`);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps React and Next out of lib', () => {
    const wrong = files.filter(
      (f) => f.startsWith('lib') && importsOf(f).some((i) => /^(react|next)(\/|$|-)/.test(i)),
    );
    expect(wrong).toEqual([]);
  });

  it('declares every folder that imports', () => {
    const unknown = [...new Set(files.map(area))].filter((a) => !(a in allowed));
    expect(unknown).toEqual([]);
  });
});
