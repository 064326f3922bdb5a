import '../support/seed';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Template } from 'aws-cdk-lib/assertions';
import fc from 'fast-check';
import type { ListenerKey } from '../../lambda/core/ports';
import { EXERCISE_IDS } from '../../lambda/core/routine/exercise';
import { fromAttributes } from '../../lambda/storage/attribute-value';
import { toItem } from '../../lambda/storage/progress-item';
import { EXAMPLE_DAY, EXAMPLE_LISTENER, EXAMPLE_PROFILE } from '../storage/example-progress';
import { arbitraryDay, arbitraryProfile } from '../support/arbitrary-progress';
import { type EmbeddedTable, openEmbeddedTable } from '../support/embedded-table';
import { MADE, only, Workshop } from './template-of';

const ROOT = path.join(__dirname, '../..');
/** Every field of an item, by its path; lists and exercises are not told one by one. */
function fieldsOf(value: unknown, at = ''): readonly string[] {
  if (Array.isArray(value)) return value.length === 0 ? [at] : value.flatMap((item) => fieldsOf(item, at));
  if (typeof value !== 'object' || value === null) return [at];
  const inside = Object.entries(value);
  if (inside.some(([name]) => (EXERCISE_IDS as readonly string[]).includes(name))) return [at];
  return inside.flatMap(([name, field]) => fieldsOf(field, at === '' ? name : `${at}.${name}`));
}

let table: EmbeddedTable;
let workshop: Workshop;
let stack: Template;

beforeAll(async () => {
  workshop = new Workshop();
  stack = workshop.template(MADE);
  table = await openEmbeddedTable();
  await table.store.save(EXAMPLE_LISTENER, { kind: 'profile', value: EXAMPLE_PROFILE, basedOn: null });
  await table.store.save(EXAMPLE_LISTENER, { kind: 'day', value: EXAMPLE_DAY, basedOn: null });
  await table.store.save('account-x' as ListenerKey, { kind: 'member', value: EXAMPLE_LISTENER, basedOn: null });
});
afterAll(async () => {
  workshop.remove();
  await table.close();
});

describe.each([
  {
    file: 'privacy-policy.md',
    until: 'until you have it deleted',
    logs: 'deleted after one month',
    backups: 'any of the last 35 days',
    names: 'My Back Routine, in Spanish Mi Rutina de Espalda.',
  },
  {
    file: 'privacy-policy.es.md',
    until: 'hasta que pidas borrarlo',
    logs: 'Se borran después de un mes',
    backups: 'cualquiera de los últimos 35 días',
    names: 'Mi Rutina de Espalda, en inglés My Back Routine.',
  },
])('docs/$file', ({ file, until, logs, backups, names }) => {
  const policy = readFileSync(path.join(ROOT, 'docs', file), 'utf8');
  const rows = policy.split('\n').filter((line) => line.startsWith('| `'));
  const named = rows.flatMap((row) =>
    [...(row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );

  it('names every field that the store writes, and none that it does not', async () => {
    const stored = Object.values(await table.items());
    expect(stored).toHaveLength(3);
    const fields = stored.flatMap((item) => fieldsOf(item));
    expect([...named].sort()).toEqual([...new Set(['pk', 'sk', ...fields])].sort());
  });

  it('names whatever is stored of anybody', () => {
    const known = new Set(
      named.flatMap((name) => name.split('.').map((_, at, parts) => parts.slice(0, at + 1).join('.'))),
    );
    fc.assert(
      fc.property(arbitraryProfile, arbitraryDay, (profile, day) => {
        const items = [
          toItem(EXAMPLE_LISTENER, { kind: 'profile', value: profile, basedOn: null }, 1),
          toItem(EXAMPLE_LISTENER, { kind: 'day', value: day, basedOn: null }, 1),
        ];
        const fields = items.flatMap((item) => fieldsOf(fromAttributes(item)));
        expect(fields.filter((field) => !known.has(field))).toEqual([]);
      }),
    );
  });

  it('tells of every field what it is, why it is kept and for how long', () => {
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      const cells = row.slice(2, -2).split(' | ');
      expect(cells).toHaveLength(4);
      expect(cells.slice(1).filter((cell) => cell.length < 5)).toEqual([]);
      expect(cells[3]).toBe(until);
    }
  });

  it('tells of logs and backups what the stack does with them', () => {
    const logsKept = Object.values(stack.findResources('AWS::Logs::LogGroup')).map(
      ({ Properties }) => Properties.RetentionInDays,
    );
    expect(logsKept).toEqual([30, 30]); // of the coach, and of what lets Alexa in
    // Without another word, of the last 35 days.
    const { PointInTimeRecoverySpecification } = only(stack, 'AWS::DynamoDB::Table').Properties;
    expect(PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true });
    expect(policy).toContain(logs);
    expect(policy).toContain(backups);
  });

  it('calls the skill by the names that the stores know', () => {
    expect(policy).toContain(names);
  });
});
