import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');

/** The rows of the tables that prove something: those with a column of that name. */
const ROWS = readFileSync(path.join(ROOT, 'docs/certification.md'), 'utf8')
  .split('\n\n')
  .filter((block) => /^\|.*\| proof \|\n/.test(block))
  .flatMap((block) => block.trim().split('\n').slice(2))
  .map((row) => {
    const [item = '', means = '', proof = ''] = row.slice(2, -2).split(' | ');
    return { item, means, proof };
  });

const NAMED = ROWS.flatMap(({ proof }) =>
  [...proof.matchAll(/`([^`]+)`: "([^"]+)"/g)].map(([, file = '', name = '']) => ({ file, name })),
);

it('knows items and tests', () => {
  expect(ROWS.length).toBeGreaterThan(40);
  expect(NAMED.length).toBeGreaterThan(50);
});

it.each(ROWS)('says how it is met and what proves it: $item', ({ item, means, proof }) => {
  expect(item.length).toBeGreaterThan(5);
  expect(means.length).toBeGreaterThan(5);
  expect(proof).toMatch(/`test\/[^`]+`: "[^"]{8,}"|\*\*(On a device|by a person)\*\*/i);
  // Nothing else in backquotes: a test that is named wrongly would not be looked for.
  expect(proof.match(/`/g)?.length ?? 0).toBe(2 * (proof.match(/`test\/[^`]+`: "[^"]{8,}"/g)?.length ?? 0));
});

it.each(NAMED)('names a test that exists: $file, $name', ({ file, name }) => {
  expect(existsSync(path.join(ROOT, file))).toBe(true);
  expect(readFileSync(path.join(ROOT, file), 'utf8')).toContain(name);
});
