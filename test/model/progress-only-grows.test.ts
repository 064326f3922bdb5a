import '../support/seed';
import fc from 'fast-check';
import { HAPPENINGS } from './commands';
import { storedDays } from './deliver';
import type { Household } from './household';
import { arbitraryBeginning, begin, openMemoryStore } from './live';
import { demandQuietEnd } from './promises';

/** How many households are lived through: MODEL_RUNS=10000 for a long check. */
const RUNS = Number(process.env.MODEL_RUNS ?? 150);

it(`loses nothing and counts nothing twice in any of ${RUNS} households`, async () => {
  const tally = { turns: 0, merges: 0, daysCoached: 0 };
  const household = fc.asyncProperty(
    arbitraryBeginning,
    fc.commands(HAPPENINGS, { size: 'max', maxCommands: 30 }),
    async (beginning, happenings) => {
      const begun = await begin(openMemoryStore(), beginning);
      const { house } = begun.real;
      await fc.asyncModelRun(() => begun, happenings);
      await demandQuietEnd(begun.model, house);
      tally.turns += house.turns;
      tally.merges += house.merges;
      tally.daysCoached += await daysCoachedIn(house);
    },
  );
  await fc.assert(household, { numRuns: RUNS });
  if (process.env.MODEL_RUNS !== undefined) process.stdout.write(`${JSON.stringify(tally)}\n`);
  // Otherwise nothing of what this is about would have happened.
  expect(tally.merges).toBeGreaterThan(RUNS);
  expect(tally.daysCoached).toBeGreaterThan(RUNS / 20);
}, 3_600_000);

/** Days that count with every set of them coached. */
async function daysCoachedIn(house: Household): Promise<number> {
  const listeners = new Set(house.devices.map((device) => house.listenerOf(device)));
  const days = await Promise.all([...listeners].map((listener) => storedDays(house, listener)));
  return days.flatMap(Object.values).filter(({ setsDone }) => Object.values(setsDone as object).flat().length === 9)
    .length;
}
