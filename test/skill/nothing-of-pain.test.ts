import model from '../../interaction-model/en-US.json';
import { SYMPTOMS } from '../../lambda/core/safety/symptom';
import { filledSlots } from '../../simulator/filled-slots';
import { type EmbeddedTable, openEmbeddedTable } from '../support/embedded-table';
import { openSkillHouse, type SkillHouse } from '../support/skill-house';

const FOUR_MINUTES_MS = 240_000;
const SCORE = '7';

let table: EmbeddedTable;

beforeEach(async () => {
  table = await openEmbeddedTable();
});
afterEach(() => table.close());

/** Every id of a symptom, and every word that the model has for one. */
const WORDS = model.interactionModel.languageModel.types
  .filter(({ name }) => name === 'SYMPTOM')
  .flatMap(({ values }) => values)
  .flatMap(({ id, name }) => [id, name.value, ...(name.synonyms ?? [])])
  .map((word) => word.toLowerCase());

it('knows words to look for', () => {
  expect(WORDS.length).toBeGreaterThan(100);
  expect(WORDS).toContain('chest-pain');
});

it.each(SYMPTOMS)('nothing of "%s" is stored or logged', async (symptom) => {
  const house = openSkillHouse(table.store);
  await reportInTheRoutine(house, symptom);
  const kept = JSON.stringify([await table.items(), house.logged]).toLowerCase();
  expect([...WORDS, 'pain', 'symptom', 'score', 'stopped'].filter((word) => kept.includes(word))).toEqual([]);
});

it('stores, after something that ended the session, to the letter what "stop" would have left', async () => {
  const [stopped, dizzy] = [openSkillHouse(table.store), await openEmbeddedTable()];
  const leave = async (house: SkillHouse, say: () => Promise<unknown>) => {
    await beginTheRoutine(house);
    await say();
  };
  const one = stopped.device();
  await leave(stopped, () => one.say('AMAZON.StopIntent'));
  const other = openSkillHouse(dizzy.store);
  const two = other.device();
  await leave(other, () => two.say('ReportPainIntent', filledSlots({ symptom: ['dizzy'] })));
  await two.end('USER_INITIATED');
  const [left, right] = [await table.items(), await dizzy.items()];
  await dizzy.close();
  const withoutVersion = (items: typeof left) =>
    Object.fromEntries(Object.entries(items).map(([key, { version: _, ...item }]) => [key, item]));
  expect(withoutVersion(right)).toEqual(withoutVersion(left));
});

it('logs nothing of it when it meets a fault of ours or a broken store', async () => {
  const house = openSkillHouse({
    ...table.store,
    save: () => Promise.reject(new TypeError('chest-pain 7')),
  });
  const echo = house.device();
  await echo.say('ReportPainIntent', filledSlots({ symptom: ['chest-pain'], score: SCORE }));
  await echo.launch();
  expect(house.codes).toContain('turn-failed');
  expect(JSON.stringify(house.logged)).not.toMatch(/chest|7"/);
});

async function beginTheRoutine(house: SkillHouse) {
  const echo = house.device();
  await echo.launch();
  await echo.say('ReadyIntent');
  house.wait(FOUR_MINUTES_MS);
  await echo.say('ReadyIntent');
  house.wait(60_000);
  return echo;
}

async function reportInTheRoutine(house: SkillHouse, symptom: string): Promise<void> {
  const echo = await beginTheRoutine(house);
  const pain = filledSlots({ symptom: [symptom], score: SCORE });
  await echo.say('ReportPainIntent', pain);
  await echo.say('AMAZON.NoIntent');
  await echo.say('ReportPainIntent', filledSlots({ symptom: ['hurts'] }));
  await echo.say('ReportPainIntent', filledSlots({ score: SCORE }));
  await echo.say('AMAZON.StopIntent');
  await echo.end('USER_INITIATED');
}
