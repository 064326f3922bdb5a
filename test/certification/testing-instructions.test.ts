import { readFileSync } from 'node:fs';
import path from 'node:path';
import { declarationsIn } from '../../infra/skill-package/declared-uses';
import { TESTING_INSTRUCTIONS } from '../../infra/skill-package/testing-instructions';
import { momentOf } from '../../simulator/local-time';
import { openMyBackRoutine } from '../../simulator/my-back-routine';
import { playScript } from '../../simulator/play-script';
import { readScript } from '../../simulator/script';
import { ourDraft } from '../infra/our-draft';

const SCRIPT = readFileSync(path.join(__dirname, 'testing-instructions.txt'), 'utf8');

/** What she says in the script, in order. */
const SPOKEN = SCRIPT.split('\n')
  .filter((line) => /^(\[at [^\]]+\] )?\p{L}/u.test(line))
  .map((line) => line.replace(/^\[[^\]]+\] /, ''));

/** What a reviewer is told to say, in order: what stands in quotes at the beginning of a point, or after "Say" and "then". */
const TOLD = TESTING_INSTRUCTIONS.split('\n')
  .filter((line) => line.startsWith('- "'))
  .flatMap((line) => [...line.matchAll(/(?:^- |, then |Say )"([^"]+)"/g)])
  .map(([, words = '']) => words);

it('tell a reviewer to say what the play beside this test says, in its order', () => {
  expect(TOLD.length).toBeGreaterThan(20);
  expect(SPOKEN).toEqual(TOLD);
});

it('lead a reviewer through all that they promise, without a breach of the rules of the platform', async () => {
  const zone = 'America/New_York';
  const startMs = momentOf({ date: '2026-11-22', time: '09:00' }, zone) ?? 0;
  const house = await openMyBackRoutine({ startMs, zone });
  try {
    expect(await playScript(readScript(SCRIPT), house)).toEqual([]);
    expect(house.alexa.breaches).toEqual([]);
    expect(await house.stored()).toEqual([]);
  } finally {
    await house.close();
  }
});

it('name every permission and event that the manifest asks for', async () => {
  const declared = declarationsIn((await ourDraft()).manifest);
  expect(declared).toContain('SKILL_DISABLED');
  expect(declared.filter((name) => !TESTING_INSTRUCTIONS.includes(name))).toEqual([]);
});
