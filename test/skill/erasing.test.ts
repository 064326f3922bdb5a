import { REMINDERS_SCOPE } from '../../simulator/fake-reminders-service';
import { filledSlots } from '../../simulator/filled-slots';
import { type EmbeddedTable, openEmbeddedTable } from '../support/embedded-table';
import { openSkillHouse, type SkillHouse, type TestDevice } from '../support/skill-house';

const FOUR_MINUTES_MS = 240_000;
const DISABLED = { type: 'AlexaSkillEvent.SkillDisabled' };

let table: EmbeddedTable;
let house: SkillHouse;
let echo: TestDevice;

beforeEach(async () => {
  table = await openEmbeddedTable();
  house = openSkillHouse(table.store);
  echo = house.device();
});
afterEach(() => table.close());

describe('"delete my data"', () => {
  it('leaves nothing of hers, in the table or in the session, and the next one is her first', async () => {
    await practise(echo);
    expect(Object.keys(await table.items()).sort()).toEqual(['DAY#2026-11-22', 'PROFILE']);
    const gone = await erase(echo);
    expect(gone.envelope.sessionAttributes ?? {}).toEqual({});
    expect(await table.items()).toEqual({});
    expect((await house.device('bedroom').launch()).said).toContain('Welcome to My Back Routine.');
    expect(house.codes).toEqual([]);
  });

  it('takes her reminder along', async () => {
    house.account.decide(REMINDERS_SCOPE, 'granted');
    await echo.say('SetReminderIntent', filledSlots({ time: '07:30' }));
    await echo.say('AMAZON.YesIntent');
    expect(house.reminders.kept).toHaveLength(1);
    await erase(echo);
    expect(house.reminders.kept).toEqual([]);
    expect(await table.items()).toEqual({});
  });

  it('keeps all of it while her reminder cannot be reached, so that it can be taken along the next time', async () => {
    house.account.decide(REMINDERS_SCOPE, 'granted');
    await echo.launch();
    await echo.say('SetReminderIntent', filledSlots({ time: '07:30' }));
    await echo.say('AMAZON.YesIntent');
    house.reminders.trouble('500');
    await erase(echo);
    expect(await table.items()).toHaveProperty('PROFILE');
    house.reminders.trouble(null);
    await erase(echo);
    expect(house.reminders.kept).toEqual([]);
    expect(await table.items()).toEqual({});
  });

  it('goes on where she does not permit reminders any more: hers cannot be had', async () => {
    house.account.decide(REMINDERS_SCOPE, 'granted');
    await echo.launch();
    await echo.say('SetReminderIntent', filledSlots({ time: '07:30' }));
    await echo.say('AMAZON.YesIntent');
    house.account.decide(REMINDERS_SCOPE, 'denied');
    await erase(echo);
    expect(await table.items()).toEqual({});
    expect(house.codes).toEqual(['reminder-failed']);
  });

  it.each(['AMAZON.NoIntent', 'ReadyIntent', 'AMAZON.NextIntent', 'AMAZON.FallbackIntent', 'StreakIntent'])(
    'removes nothing when it is answered by %s',
    async (answer) => {
      await practise(echo);
      const before = Object.keys(await table.items());
      await echo.say('DeleteMyDataIntent');
      await echo.say(answer);
      expect(Object.keys(await table.items())).toEqual(before);
    },
  );

  it('removes nothing by halves without telling: when the store fails she hears it, and can ask again', async () => {
    await practise(echo);
    await echo.say('DeleteMyDataIntent');
    table.wire.state = { kind: 'hung' };
    const startedMs = performance.now();
    const failed = await echo.say('AMAZON.YesIntent');
    expect(performance.now() - startedMs).toBeLessThan(4_500);
    expect(failed.said).not.toBe('');
    expect(house.codes).toContain('store-unavailable');
    table.wire.state = { kind: 'up' };
    expect(await table.items()).toHaveProperty('PROFILE');
    await erase(house.device('bedroom'));
    expect(await table.items()).toEqual({});
  });

  it('is not undone by a session that still runs in another room', async () => {
    await practise(echo);
    await echo.say('ReadyIntent');
    await erase(house.device('bedroom'));
    house.wait(FOUR_MINUTES_MS);
    await echo.say('ReadyIntent');
    await echo.end('EXCEEDED_MAX_REPROMPTS');
    expect(await table.items()).toEqual({});
  });

  it('begins anew with what she wishes afterwards in a session that still runs in another room', async () => {
    await practise(echo);
    await echo.say('ReadyIntent');
    await erase(house.device('bedroom'));
    house.wait(FOUR_MINUTES_MS);
    await echo.say('ReadyIntent');
    await echo.say('ChangePaceIntent', filledSlots({ pace: ['slower'] }));
    await echo.end('EXCEEDED_MAX_REPROMPTS');
    const { PROFILE: profile, ...others } = await table.items();
    expect(others).toEqual({});
    expect(profile).toMatchObject({
      version: 1,
      delivery: { pace: 'slower' },
      disclaimerHeardOn: null,
      reminder: null,
    });
  });
});

describe('two voices and an account', () => {
  beforeEach(async () => {
    await practise(house.device());
    for (const name of ['ANNA', 'BERTA']) {
      house.as(name);
      await practise(house.device(name));
    }
  });

  it('are kept apart, with a note of each voice under the account', async () => {
    const keys = await table.keys();
    expect(keys.filter(([, sk]) => sk === 'PROFILE')).toHaveLength(3);
    const notes = keys.filter(([, sk]) => sk.startsWith('VOICE#'));
    expect(notes).toHaveLength(2);
    const [account] = notes[0] ?? [];
    expect(account).toMatch(/^account-/);
    const people = keys.map(([pk]) => pk).filter((pk) => pk.startsWith('person-'));
    expect(new Set(notes.map(([, sk]) => sk.slice('VOICE#'.length)))).toEqual(new Set(people));
  });

  it('lose one voice, and only that, when she deletes her data', async () => {
    house.as('ANNA');
    await erase(house.device('attic'));
    const keys = await table.keys();
    expect(keys.filter(([, sk]) => sk === 'PROFILE')).toHaveLength(2);
    expect(keys.filter(([, sk]) => sk.startsWith('VOICE#'))).toHaveLength(1);
    house.as('BERTA');
    expect((await house.device('hall').launch()).said).not.toContain('Welcome to My Back Routine.');
  });

  it('lose the progress of the account, and neither voice, when nobody is recognised', async () => {
    house.as(null);
    await erase(house.device('attic'));
    const keys = await table.keys();
    expect(keys.filter(([, sk]) => sk === 'PROFILE').map(([pk]) => pk.split('-')[0])).toEqual(['person', 'person']);
    expect(keys.filter(([, sk]) => sk.startsWith('VOICE#'))).toHaveLength(2);
  });

  it('are gone, all three, when the skill is disabled, however often that is told', async () => {
    for (let times = 0; times < 2; times += 1) {
      expect((await house.tell(DISABLED)).response).toEqual({});
    }
    expect(await table.keys()).toEqual([]);
    expect(house.codes).toEqual(['erased-with-skill', 'erased-with-skill']);
  });

  it('stay where the platform keeps her account in mind', async () => {
    const before = await table.keys();
    await house.tell({ ...DISABLED, body: { userInformationPersistenceStatus: 'PERSISTED' } });
    expect(await table.keys()).toEqual(before);
    expect(house.codes).toEqual([]);
  });

  it('stay, and the log says so, while the store cannot be reached', async () => {
    table.wire.state = { kind: 'error', type: 'com.amazon.coral.service#AccessDeniedException' };
    expect((await house.tell(DISABLED)).response).toEqual({});
    expect(house.codes).toEqual(['store-unavailable', 'not-erased-with-skill']);
    table.wire.state = { kind: 'up' };
    await house.tell(DISABLED);
    expect(await table.keys()).toEqual([]);
  });
});

/** She gets as far as something being kept of her and her day. */
async function practise(device: TestDevice): Promise<void> {
  await device.launch();
  for (let readies = 0; readies < 3; readies += 1) {
    await device.say('ReadyIntent');
    house.wait(FOUR_MINUTES_MS);
  }
  await device.say('AMAZON.PauseIntent');
}

async function erase(device: TestDevice) {
  await device.say('DeleteMyDataIntent');
  return device.say('AMAZON.YesIntent');
}
