import { isDeepStrictEqual } from 'node:util';
import { toAttributes } from '../../lambda/storage/attribute-value';
import { admittance, undisturbed } from '../support/admittance';
import { DATABASE_FAULTS, type Fault } from '../support/database-faults';
import { type EmbeddedTable, openEmbeddedTable } from '../support/embedded-table';
import { ANSWER_WITHIN_MS, openSkillHouse, type SkillHouse, type TestDevice, type Turn } from '../support/skill-house';
import { takeErrorsOfSocketsForErrors } from '../support/socket-errors';

/** What she is told, by when it strikes: as the session opens, in its middle, and as it ends. */
const NOTICES = [
  "I can't see your days just now. They're safe, but today may not be kept.",
  "I can't save just now, so today may not be kept, but we can carry on.",
  "I couldn't save just now, so I may not remember this next time.",
] as const;

/** A whole routine, with a baby in the first set. She speaks so long after the turn before, and hears this among other words. */
const ROUTINE = [
  { intent: null, afterMs: 0, hears: 'Welcome to My Back Routine.' },
  { intent: 'ReadyIntent', afterMs: 30_000, hears: 'First, the bridge with knees together and apart.' },
  { intent: 'ReadyIntent', afterMs: 60_000, hears: 'Set one of two.' },
  { intent: 'AMAZON.PauseIntent', afterMs: 40_000, hears: "Say ready when you're back." },
  { intent: 'ReadyIntent', afterMs: 120_000, hears: 'Picking up at set one of the bridge with knees' },
  { intent: 'ReadyIntent', afterMs: 240_000, hears: 'Next comes the donkey kick.' },
  { intent: 'ReadyIntent', afterMs: 240_000, hears: 'Last one, the elevated plank.' },
  { intent: 'ReadyIntent', afterMs: 240_000, hears: 'relax down' },
  { intent: 'ReadyIntent', afterMs: 240_000, hears: 'day one' },
] as const;

const LAST = ROUTINE.length - 1;

type Item = Readonly<Record<string, unknown>>;

/** The routine while nothing fails: each turn, and what is stored after it. */
const healthy: { readonly turn: Turn; readonly items: readonly Item[] }[] = [];

interface Scenario {
  readonly name: string;
  readonly fault: Fault;
  /** The turn in which it strikes. */
  readonly struck: number;
  readonly lasts: (typeof LASTING)[number];
}

const LASTING = ['one turn', 'all turns to the end'] as const;

const scenarios: readonly Scenario[] = LASTING.flatMap((lasts) =>
  ROUTINE.flatMap((_, struck) =>
    DATABASE_FAULTS.map((fault) => ({ name: `${fault.fault}, turn ${struck}, ${lasts}`, fault, struck, lasts })),
  ),
);

/** A scenario once it was played: the turns from the struck one on. */
interface Played {
  readonly listener: string;
  readonly turns: readonly Turn[];
  readonly house: SkillHouse;
}

let table: EmbeddedTable;
let stored: readonly Item[];
const played = new Map<Scenario, Played>();

beforeAll(async () => {
  takeErrorsOfSocketsForErrors();
  table = await openEmbeddedTable();
  await playHealthy();
  // What waits can do so at the same time; what does not would keep the others from being answered.
  const [busy, waiting] = [scenarios.filter(({ fault }) => !fault.waits), scenarios.filter(({ fault }) => fault.waits)];
  waiting.sort((a, b) => mostMs(b) - mostMs(a));
  await Promise.all([playAll(busy, 2), playAll(waiting, 70)]);
  stored = await table.everything();
}, 200_000);
afterAll(() => table.close());

it('coaches a whole routine while nothing fails', () => {
  expect(healthy.map(({ turn }) => turn.said)).toEqual(ROUTINE.map(({ hears }) => expect.stringContaining(hears)));
  expect(healthy.map(({ turn }) => turn.isOpen)).toEqual(ROUTINE.map((_, at) => at < LAST));
});

describe.each(LASTING)('when for %s, from whichever one on,', (lasts) => {
  it.each(DATABASE_FAULTS)(
    '$fault, each is answered in time, she is coached as ever, is told once at most, and what she did is kept',
    (fault) => {
      const those = scenarios.filter((scenario) => scenario.fault === fault && scenario.lasts === lasts);
      expect(those).toHaveLength(ROUTINE.length);
      expect(those.map(accountOf)).toEqual(those.map(expectedOf));
    },
  );
});

/** What came of a scenario, in turns of the routine. */
interface Account {
  readonly struck: number;
  readonly late: readonly number[];
  /** Where she was told that today may not be kept. */
  readonly told: readonly number[];
  /** Where she heard anything else than she would have. */
  readonly otherWords: readonly number[];
  /** What the log calls it. */
  readonly troubles: readonly unknown[];
  /** After which turn of the healthy routine the store looks as it does; the latest of them. */
  readonly keptLike: number;
}

function accountOf(scenario: Scenario): Account {
  const { struck } = scenario;
  const { turns, house, listener } = played.get(scenario) as Played;
  const turnsWhere = (holds: (turn: Turn, at: number) => boolean) =>
    turns.flatMap((turn, index) => (holds(turn, struck + index) ? [struck + index] : []));
  const troubles = house.logged.filter(({ code }) => code === 'store-unavailable').map(({ detail }) => detail?.trouble);
  return {
    struck,
    late: turnsWhere(({ answeredInMs }) => answeredInMs >= ANSWER_WITHIN_MS),
    told: turnsWhere(({ said }, at) => said.includes(noticeAt(at))),
    otherWords: turnsWhere(({ said }, at) => said.replace(noticeAt(at), '').trim() !== healthy[at]?.turn.said),
    troubles: [...new Set(troubles)],
    keptLike: turnLike(stored.filter(({ pk }) => pk === listener)),
  };
}

function expectedOf(scenario: Scenario): Account {
  const { struck, fault, lasts } = scenario;
  const isTold = fault.trouble !== null;
  const neverReadHerDays = isTold && struck === 0 && lasts === 'all turns to the end';
  return {
    struck,
    late: [],
    told: isTold ? [struck] : [],
    otherWords: neverReadHerDays ? [LAST] : [],
    troubles: isTold ? [fault.trouble] : [],
    keptLike: turnLike(healthy[expectedKept(scenario)]?.items ?? []),
  };
}

function noticeAt(turn: number): string {
  if (turn === 0) return NOTICES[0];
  return turn === LAST ? NOTICES[2] : NOTICES[1];
}

/** The last turn of the healthy routine after which the store looked like this; -1 where it never did, or holds nothing. */
function turnLike(items: readonly Item[]): number {
  return healthy.findLastIndex((each) => isDeepStrictEqual(whatCounts(items), whatCounts(each.items)));
}

/** With a store that works again, all that she did so far; else what got there before, and what the struck turn asked for where that was done unheard. */
function expectedKept(scenario: Scenario): number {
  const { fault, struck } = scenario;
  const last = lastTurnOf(scenario);
  if (fault.trouble === null || (scenario.lasts === 'one turn' && last > struck)) return last;
  // The first turn writes nothing: what could not be read must not be written.
  return fault.isDone && struck > 0 ? struck : struck - 1;
}

/** A fault of one turn is over with the next one; after the first turn one more, since two items wait and one is written a turn. */
function lastTurnOf({ struck, lasts }: Scenario): number {
  if (lasts === 'all turns to the end') return LAST;
  return Math.min(struck === 0 ? 2 : struck + 1, LAST);
}

/** What is stored, but for versions and for moments, which the sentence that she is told moves by some seconds. */
function whatCounts(items: readonly Item[]): unknown {
  return items
    .map(({ pk: _pk, version: _version, activeMs: _activeMs, changedAtMs: _changedAtMs, checkpoint, ...item }) => {
      if (checkpoint === null || checkpoint === undefined) return item;
      const { plan, at } = checkpoint as Item;
      return { ...item, plan, at };
    })
    .sort((a, b) => (String(a.sk) < String(b.sk) ? -1 : 1));
}

async function playHealthy(): Promise<void> {
  const house = openSkillHouse(table.store);
  const echo = house.device();
  for (const step of ROUTINE) {
    const turn = await take(step, house, echo);
    healthy.push({ turn, items: await table.everything() });
  }
}

/** What is stored of a listener before the turn that is struck. */
function itemsBefore({ struck }: Scenario, listener: string) {
  return (healthy[struck - 1]?.items ?? []).map((item) => toAttributes({ ...item, pk: listener }));
}

/** Play scenarios, so many at once. */
async function playAll(queue: readonly Scenario[], atOnce: number): Promise<void> {
  const left = [...queue];
  const lane = async () => {
    for (let scenario = left.shift(); scenario !== undefined; scenario = left.shift()) {
      played.set(scenario, await undisturbed((attempt) => play(scenario, `${scenario.name}, attempt ${attempt}`)));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/** About the longest that a scenario may take. What is only slow comes last, when the rush is over: nothing may be late there. */
function mostMs({ struck, lasts, fault: { trouble } }: Scenario): number {
  if (trouble === null) return 0;
  return (lasts === 'one turn' ? 1 : LAST - struck + 1) * (trouble === 'timeout' ? 2_000 : 500);
}

/** Begin where the routine stands before the struck turn, and play it from there. The words are those that were held to the platform's rules before. */
async function play(scenario: Scenario, listener: string): Promise<Played> {
  const { fault, struck, lasts } = scenario;
  await table.plant(...itemsBefore(scenario, listener));
  const { wire, store } = await table.tap(listener);
  const house = openSkillHouse(store, {}, async () => {});
  const echo = house.device();
  for (const { afterMs } of ROUTINE.slice(0, struck)) house.wait(afterMs);
  const begun = healthy[struck - 1]?.turn.envelope.sessionAttributes;
  if (begun !== undefined) echo.join(begun);
  const turns: Turn[] = [];
  for (const step of ROUTINE.slice(struck, lastTurnOf(scenario) + 1)) {
    wire.state = lasts === 'one turn' && turns.length > 0 ? { kind: 'up' } : fault.state;
    await admittance();
    turns.push(await take(step, house, echo));
  }
  return { listener, turns, house };
}

function take({ intent, afterMs }: (typeof ROUTINE)[number], house: SkillHouse, echo: TestDevice): Promise<Turn> {
  house.wait(afterMs);
  return intent === null ? echo.launch() : echo.say(intent);
}
