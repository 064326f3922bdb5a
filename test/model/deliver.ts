import type { ListenerKey } from '../../lambda/core/ports';
import type { Plan } from '../../lambda/core/routine/plan';
import { segmentOf } from '../../lambda/core/session/settle';
import type { SessionState } from '../../lambda/core/session/state';
import { endOf } from '../../lambda/core/timeline/cue';
import type { Diary, SetName, Spoken } from './diary';
import type { Answer, Household, Sent } from './household';
import type { Gate } from './interleave';
import { demand } from './promise';

/** What becomes of a delivered request's answer: it arrives, or nobody ever hears it. */
export type Fate = 'arrives' | 'is-lost';

/** Deliver a request, note in the diary what it means, and hold the answer to what every answer promises. */
export async function deliver(diary: Diary, house: Household, sent: Sent, fate: Fate): Promise<Answer> {
  const [answer] = await deliverAll(diary, house, [{ sent, fate }], (turns) =>
    Promise.all(turns.map((turn) => turn(null))),
  );
  return answer as Answer;
}

export interface Delivery {
  readonly sent: Sent;
  readonly fate: Fate;
}

type Turns = readonly ((gate: Gate | null) => Promise<Answer>)[];

/** Deliver requests that are under way at the same time. */
export async function deliverAll(
  diary: Diary,
  house: Household,
  deliveries: readonly Delivery[],
  run: (turns: Turns) => Promise<readonly Answer[]>,
): Promise<readonly Answer[]> {
  const before = new Set(diary.told.keys());
  const answers = await run(
    deliveries.map(
      ({ sent }) =>
        (gate) =>
          house.deliver(sent, gate),
    ),
  );
  demand(house.faults.length === 0, 'never stumbles', () => house.faults.join('\n'));
  for (const [at, answer] of answers.entries()) {
    const { fate } = deliveries[at] as Delivery;
    demandItsOwnPlace(house, answer);
    if (fate === 'arrives') await arrive(diary, house, answer, before);
    else lose(diary, house, answer);
  }
  return answers;
}

/** What an answer coaches begins with the answer, and a day was changed when something was said, not when it was delivered. */
function demandItsOwnPlace(house: Household, { sent, travelling }: Answer): void {
  if (travelling === null || sent.asking.kind === 'ends') return;
  const { stage, day } = travelling.state;
  const isDated = day.changedAtMs === 0 || house.saidAtMs.has(day.changedAtMs);
  demand(isDated, 'dates a day by what was said', () => `${day.date} was changed at ${day.changedAtMs}`);
  const afterMs = (day.checkpoint?.speakingSinceMs ?? sent.atMs) - sent.atMs;
  const isOwn = stage.kind !== 'coaching' || (afterMs >= 0 && afterMs < LONGEST_LEAD_MS);
  demand(isOwn, 'follows what it speaks', () => `the words began ${afterMs} ms after she spoke`);
}

/** Everything that is said before a segment. */
const LONGEST_LEAD_MS = 60_000;

/** Sessions that are given up: what only they knew is lost with them. */
export async function giveUp(diary: Diary, house: Household, session: string, listener: ListenerKey): Promise<void> {
  const stored = await storedDays(house, listener);
  diary.dropsClaimsOf(session, ({ date, set }) => doneOn(stored[date]).has(set));
}

function lose(diary: Diary, house: Household, answer: Answer): void {
  noteWish(diary, house, answer);
  const spoken = spokenBy(house, answer, null);
  if (spoken !== null) diary.speaks(spoken);
}

async function arrive(diary: Diary, house: Household, answer: Answer, toldBefore: ReadonlySet<string>): Promise<void> {
  const { sent, travelling, isOpen } = answer;
  const { session, device, asking, atMs } = sent;
  const listener = house.listenerOf(device);
  noteWish(diary, house, answer);
  const isKnown = asking.kind !== 'ends' || asking.how !== 'unreachable';
  if (isKnown) diary.claimsOf(session);
  const stored = await storedDays(house, listener);
  const unsaved = travelling?.ledger.unsaved ?? [];
  const waiting = new Set(unsaved.map((item) => (item.kind === 'day' ? item.value.date : item.kind)));
  if (travelling !== null) demandKept(diary, travelling.state, { session, listener, unsaved, stored });
  if (travelling !== null && isKnown && ![...waiting].some((name) => name.startsWith('20'))) diary.stops(session, atMs);
  const spoken = spokenBy(house, answer, session);
  if (spoken !== null) diary.speaks(spoken);
  demandToldOnce(diary, answer, listener, toldBefore);
  house.takeUp(answer);
  if (!isOpen || asking.kind === 'ends') {
    const forgotten = diary.claims.filter(
      (claim) => claim.session === session && !doneOn(stored[claim.date]).has(claim.set),
    );
    demand(forgotten.length === 0 || waiting.size > 0, 'forgets no set at the end', () => JSON.stringify(forgotten));
    await giveUp(diary, house, session, listener);
  }
}

interface Known {
  readonly session: string;
  readonly listener: ListenerKey;
  readonly unsaved: NonNullable<Answer['travelling']>['ledger']['unsaved'];
  readonly stored: StoredDays;
}

/** What a session knows of its day is stored or still to be saved, and it knows every set that was coached to its end in it. */
function demandKept(diary: Diary, { day }: SessionState, { session, unsaved, stored }: Known): void {
  const waiting = unsaved.flatMap((item) => (item.kind === 'day' ? [item.value] : []));
  const isWaiting = waiting.some(({ date }) => date === day.date);
  const kept = doneOn(stored[day.date]);
  const missing = [...doneOn(day)].filter((set) => !kept.has(set));
  demand(isWaiting || missing.length === 0, 'stores or still owes every set', () => `${day.date}: ${missing}`);
  demand(
    isWaiting || !day.counts || stored[day.date]?.counts === true,
    'stores or still owes every day',
    () => day.date,
  );
  for (const { date, set, session: claimant } of diary.claims) {
    if (claimant !== session) continue;
    const known = [stored[date], ...[day, ...waiting].filter((each) => each.date === date)];
    demand(
      known.some((each) => doneOn(each).has(set)),
      'counts every set that was coached',
      () => `${date} ${set}`,
    );
  }
}

/**
 * A milestone comes once. Only a session that went on while another device told it may not know: it learns of it as it saves, and not where it cannot save,
 * or coaches on.
 */
function demandToldOnce(
  diary: Diary,
  { said, sent, travelling }: Answer,
  listener: ListenerKey,
  before: ReadonlySet<string>,
): void {
  const [, days] = MILESTONE.exec(said) ?? [];
  const isRepeated = sent.asking.kind === 'says' && sent.asking.intent === 'AMAZON.RepeatIntent';
  if (days === undefined || isRepeated) return;
  const milestone = `${listener} ${days.toLowerCase()}`;
  const { requestId } = sent.envelope.request;
  const isTwice = before.has(milestone) && diary.told.get(milestone) !== requestId;
  const knew = stateIn(sent)?.day.told.total ?? Number.POSITIVE_INFINITY;
  demand(!isTwice || knew < reachedIn(days), 'tells a milestone once', () => `${milestone}: ${said}`);
  // What could not be saved only this session knows.
  if (travelling?.ledger.unsaved.length === 0) diary.told.set(milestone, requestId);
}

function reachedIn(days: string): number {
  return { three: 3, seven: 7 }[days.toLowerCase().replace(' days', '')] ?? 0;
}

const MILESTONE =
  /\b(three days|seven days)(?: done, and counting\.| are behind you now\.|(?<=You've reached \w+ days)\.)/i;

/** She says that she did it by herself, or that everything of hers is to go. */
function noteWish(diary: Diary, house: Household, { sent, travelling, attributes }: Answer): void {
  const before = stateIn(sent);
  const isYes = sent.asking.kind === 'says' && sent.asking.intent === 'AMAZON.YesIntent';
  if (!isYes || before?.stage.kind !== 'asked-confirm') return;
  const listener = house.listenerOf(sent.device);
  const { wish } = before.stage;
  if (wish.kind === 'log-routine' && travelling !== null) diary.logs(listener, travelling.state.day.date);
  if (wish.kind === 'delete-data' && Object.keys(attributes).length === 0) diary.forgets(listener, sent.atMs);
}

function stateIn({ envelope }: Sent): SessionState | null {
  return (envelope.session?.attributes as { readonly state?: SessionState } | undefined)?.state ?? null;
}

/** What an answer coaches; null when it does not. */
function spokenBy(house: Household, { sent, travelling }: Answer, session: string | null): Spoken | null {
  const state = travelling?.state;
  const checkpoint = state?.day.checkpoint;
  if (!state || !checkpoint || checkpoint.speakingSinceMs === null) return null;
  if (state.stage.kind !== 'coaching' || sent.asking.kind === 'ends') return null;
  const { plan, at, speakingSinceMs } = checkpoint;
  const segment = segmentOf(state, checkpoint);
  const sets = new Map<SetName, { fromMs: number; toMs: number }>();
  for (const cue of segment.cues) {
    const { exercise, set, part } = cue.place;
    if (part !== 'work') continue;
    const name = `${exercise} ${set}`;
    sets.set(name, { fromMs: sets.get(name)?.fromMs ?? cue.atMs, toMs: endOf(cue) });
  }
  return {
    name: JSON.stringify([speakingSinceMs, at, plan.exercises, plan.delivery]),
    listener: house.listenerOf(sent.device),
    session,
    date: state.day.date,
    firstWordAtMs: speakingSinceMs,
    sets: [...sets].map(([name, times]) => ({ name, ...times })),
    lastsMs: segment.durationMs,
    shortRoutine: plan.purpose === 'short' ? setsOf(plan) : null,
  };
}

function setsOf({ exercises }: Plan): readonly SetName[] {
  return exercises.flatMap(({ id, sets }) => sets.map((set) => `${id} ${set}`));
}

/** Days as they are stored, by date. */
export type StoredDays = Readonly<Record<string, StoredDay | undefined>>;

export interface StoredDay {
  readonly setsDone: Readonly<Record<string, readonly number[]>>;
  readonly counts: boolean;
  readonly activeMs: number;
  readonly changedAtMs: number;
  readonly version: number;
  readonly before: { readonly total: number; readonly lastDone: string | null };
  readonly told: { readonly total: number; readonly spanDays: number };
}

export async function storedDays(house: Household, listener: ListenerKey): Promise<StoredDays> {
  const items = await house.kept.items(listener);
  const days = Object.entries(items).filter(([sortKey]) => sortKey.startsWith('DAY#'));
  return Object.fromEntries(days.map(([sortKey, item]) => [sortKey.slice(4), item as unknown as StoredDay]));
}

export function doneOn(day: Pick<StoredDay, 'setsDone'> | undefined): ReadonlySet<SetName> {
  const done = Object.entries(day?.setsDone ?? {});
  return new Set(done.flatMap(([id, sets]) => sets.map((set) => `${id} ${set}`)));
}
