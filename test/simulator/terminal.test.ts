import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Run the terminal as a shell does. `reader` may stop reading: its output is then closed. */
function terminal(words: string, script: string, reader: 'reads-on' | 'goes-away' = 'reads-on') {
  const folder = mkdtempSync(join(tmpdir(), 'terminal-'));
  folders.push(folder);
  return terminalIn(folder, words, script, reader);
}

function terminalIn(folder: string, words: string, script: string, reader: 'reads-on' | 'goes-away' = 'reads-on') {
  const fixed = ['--at', '2026-11-22T07:00', '--timezone', 'Europe/London', '--data', folder];
  const args = ['--import', 'tsx', 'simulator/terminal.ts', ...fixed, ...words.split(' ').filter(Boolean)];
  const child = spawn(process.execPath, args);
  let printed = '';
  let complained = '';
  child.stdout.on('data', (chunk) => {
    printed += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    complained += String(chunk);
  });
  if (reader === 'goes-away') child.stdout.destroy();
  child.stdin.end(script);
  return new Promise<{ code: number | null; printed: string; complained: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, printed, complained }));
  });
}

it.concurrent.each([
  {
    what: 'plays a piped script on our own skill and is content',
    words: '--person anna',
    script: 'open my back routine\n> my back routine\n[unplug]\n',
    expected: {
      code: 0,
      printed: expect.stringMatching(/She: open my back routine\n {2}Alexa: .+\n1 turn, 0 breaches\n$/s),
      complained: '',
    },
  },
  {
    what: 'fails when an expectation is not met',
    words: '',
    script: 'open my back routine\n> a cup of tea\n',
    expected: { code: 1, printed: expect.stringContaining('line 2: expected "a cup of tea"'), complained: '' },
  },
  {
    what: 'refuses a script with a mistake',
    words: '',
    script: 'open my back routine\n[nap]\n',
    expected: { code: 2, printed: '', complained: expect.stringMatching(/^line 2: \[nap\] is not known/) },
  },
  {
    what: 'refuses an option it does not have',
    words: '--quick',
    script: '',
    expected: { code: 2, printed: '', complained: expect.stringContaining('Usage: npm start') },
  },
])('$what', async ({ words, script, expected }) => {
  expect(await terminal(words, script)).toEqual(expected);
});

it.concurrent('plays on to the end, and keeps what was done, when nobody reads any more', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'terminal-'));
  folders.push(folder);
  const story = 'open my back routine\n'.repeat(20);
  expect(await terminalIn(folder, '', story, 'goes-away')).toEqual({ code: 0, printed: '', complained: '' });
  // Not the first time any more, so there is no disclaimer.
  const again = await terminalIn(folder, '', 'open my back routine\n');
  expect(again).toMatchObject({ code: 0, complained: '' });
  expect(again.printed).not.toContain('medical');
});
