import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDynamoProgressStore } from '../../lambda/storage/dynamo-progress-store';
import { DataFolderError, type EmbeddedDatabase, startEmbeddedDatabase } from '../../simulator/embedded-database';
import { EXAMPLE_DAY, EXAMPLE_LISTENER } from '../storage/example-progress';

describe('the embedded database', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'my-back-routine-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('forgets when it is kept in memory', async () => {
    await saveDay(await startEmbeddedDatabase());
    expect(await loadDays(await startEmbeddedDatabase())).toEqual([]);
  });

  it('remembers when it is kept in a folder, which it makes', async () => {
    const inside = join(folder, 'not', 'yet', 'there');
    await saveDay(await startEmbeddedDatabase(inside));
    expect(await loadDays(await startEmbeddedDatabase(inside))).toEqual(['2026-11-22']);
  });

  it('tells another simulator that the folder is in use', async () => {
    const first = await startEmbeddedDatabase(folder);
    const second = startEmbeddedDatabase(folder);
    await expect(second).rejects.toThrow(DataFolderError);
    await expect(second).rejects.toThrow(
      `Another simulator is using ${join(folder, 'dynamodb')}: stop it, or choose another folder with --data.`,
    );
    await first.close();
  });

  it('remembers what was saved by a process that was killed, and tells others off while that one lives', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', '-e', SAVE_AND_STAY, folder], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(child.stdout, 'data');
    await expect(startEmbeddedDatabase(folder)).rejects.toThrow(/^Another simulator is using /);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await loadDays(await startEmbeddedDatabase(folder))).toEqual(['2026-11-22']);
  }, 20_000);

  it('has every day whose saving was confirmed by a process that was killed while it went on saving', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', '-e', SAVE_DAY_AFTER_DAY, folder], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let confirmed = '';
    for await (const chunk of child.stdout) {
      confirmed += chunk;
      if (confirmed.split('\n').length > 5) child.kill('SIGKILL');
    }
    const last = Number(confirmed.trim().split('\n').at(-1));
    const database = await startEmbeddedDatabase(folder);
    const { days } = await createDynamoProgressStore(database).load(EXAMPLE_LISTENER);
    await database.close();
    expect(last).toBeGreaterThanOrEqual(5);
    const [item] = days.map((day) => day.item);
    expect(item?.kind === 'found' ? item.version : 0).toBeGreaterThanOrEqual(last);
  }, 20_000);

  it('makes the table anew that a run was aborted in the middle of making', async () => {
    await (await startEmbeddedDatabase(folder)).close();
    await leaveTableHalfMade(join(folder, 'dynamodb'));
    await saveDay(await startEmbeddedDatabase(folder));
    expect(await loadDays(await startEmbeddedDatabase(folder))).toEqual(['2026-11-22']);
  });

  it.each([{ left: ['LOCK'] }, { left: ['LOCK', 'LOG', 'MANIFEST-000001', '000001.dbtmp'] }])(
    'takes no notice of what a run left that was aborted before there was a database: $left',
    async ({ left }) => {
      mkdirSync(join(folder, 'dynamodb'));
      for (const file of left) writeFileSync(join(folder, 'dynamodb', file), '');
      await saveDay(await startEmbeddedDatabase(folder));
      expect(await loadDays(await startEmbeddedDatabase(folder))).toEqual(['2026-11-22']);
    },
  );

  it.each([
    { rule: 'its list of files is broken', broken: /^CURRENT$/ },
    { rule: 'what it holds is broken', broken: /\.(ldb|log)$/ },
  ])('names the folder to remove when $rule', async ({ broken }) => {
    await saveDay(await startEmbeddedDatabase(folder));
    await (await startEmbeddedDatabase(folder)).close();
    const data = join(folder, 'dynamodb');
    for (const file of readdirSync(data).filter((name) => broken.test(name)))
      writeFileSync(join(data, file), 'x'.repeat(5_000));
    const start = startEmbeddedDatabase(folder);
    await expect(start).rejects.toThrow(DataFolderError);
    await expect(start).rejects.toThrow(/^The data in .* cannot be read \(.+\): remove that folder to start afresh, /);
  });

  it('says so when the folder cannot be made', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(startEmbeddedDatabase(join(folder, 'file'))).rejects.toThrow(
      /^Cannot use .*choose another folder with --data\.$/,
    );
  });
});

/** The same saving in a process of its own, which says when it is done and stays. */
const SAVE_AND_STAY = `
  const { startEmbeddedDatabase } = require(${JSON.stringify(join(__dirname, '../../simulator/embedded-database.ts'))});
  const { createDynamoProgressStore } = require(${JSON.stringify(join(__dirname, '../../lambda/storage/dynamo-progress-store.ts'))});
  const { EXAMPLE_DAY, EXAMPLE_LISTENER } = require(${JSON.stringify(join(__dirname, '../storage/example-progress.ts'))});
  startEmbeddedDatabase(process.argv[1])
    .then((database) => createDynamoProgressStore(database).save(EXAMPLE_LISTENER, { kind: 'day', value: EXAMPLE_DAY, basedOn: null }))
    .then(({ kind }) => console.log(kind));
`;

/** Saves the same day again and again, and says each time as which version it is saved. */
const SAVE_DAY_AFTER_DAY = `
  const { startEmbeddedDatabase } = require(${JSON.stringify(join(__dirname, '../../simulator/embedded-database.ts'))});
  const { createDynamoProgressStore } = require(${JSON.stringify(join(__dirname, '../../lambda/storage/dynamo-progress-store.ts'))});
  const { EXAMPLE_DAY, EXAMPLE_LISTENER } = require(${JSON.stringify(join(__dirname, '../storage/example-progress.ts'))});
  (async () => {
    const store = createDynamoProgressStore(await startEmbeddedDatabase(process.argv[1]));
    for (let basedOn = null; ; ) {
      ({ version: basedOn } = await store.save(EXAMPLE_LISTENER, { kind: 'day', value: EXAMPLE_DAY, basedOn }));
      console.log(basedOn);
    }
  })();
`;

/** As it is between the two writes that dynalite makes a table with. */
async function leaveTableHalfMade(data: string): Promise<void> {
  const { Level } = createRequire(require.resolve('dynalite'))('level');
  const level = new Level(data, { valueEncoding: 'json' });
  await level.open();
  const table = await level.get('table~my-back-routine');
  await level.put('table~my-back-routine', { ...table, TableStatus: 'CREATING' });
  await level.close();
}

async function saveDay(database: EmbeddedDatabase): Promise<void> {
  await createDynamoProgressStore(database).save(EXAMPLE_LISTENER, { kind: 'day', value: EXAMPLE_DAY, basedOn: null });
  await database.close();
}

async function loadDays(database: EmbeddedDatabase): Promise<string[]> {
  const { days } = await createDynamoProgressStore(database).load(EXAMPLE_LISTENER);
  await database.close();
  return days.map(({ date }) => date);
}
