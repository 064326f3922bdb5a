import type { ListenerKey, StoredProgress } from '../../lambda/core/ports';
import { daysIn, profileIn } from '../../lambda/core/session/ledger';
import { openSession } from '../../lambda/core/session/open-session';
import type { Day } from '../../lambda/core/session/progress';
import { standingOf } from '../../lambda/core/session/standing';
import { deliver, doneOn, type StoredDay, type StoredDays, storedDays } from './deliver';
import type { Diary } from './diary';
import { type Device, type Household, ZONE } from './household';
import { send } from './listen';
import { demand } from './promise';

/** All nine sets, written down a second time. */
const SETS_OF: Readonly<Record<string, number>> = {
  'bridge-abduction-adduction': 2,
  'bridge-march': 2,
  'donkey-kicks': 2,
  'elevated-plank': 3,
};

const EVERY_SET = Object.entries(SETS_OF).flatMap(([id, count]) =>
  Array.from({ length: count }, (_, set) => `${id} ${set}`),
);

/** What was stored after the last command, to see that it only grows. */
export class Ledgers {
  private readonly last = new Map<ListenerKey, StoredDays>();
  private readonly versions = new Map<string, number>();
  private readonly written = new Map<string, Day>();

  /** Hold what is stored of everybody to its promises. Whoever was erased in the meantime begins anew. */
  async demandAll(diary: Diary, house: Household, erased: ListenerKey | null): Promise<void> {
    if (erased !== null) this.forget(erased);
    for (const { listener, day } of house.saved.splice(0)) {
      if (listener !== erased) this.demandGrowth(listener, day);
    }
    for (const listener of new Set(house.devices.map((device) => house.listenerOf(device)))) {
      const items = await house.kept.items(listener);
      for (const [sortKey, { version }] of Object.entries(items)) {
        const name = `${listener} ${sortKey}`;
        const before = this.versions.get(name) ?? 0;
        demand(Number(version) >= before, 'only raises a version', () => `${name}: ${before} to ${version}`);
        this.versions.set(name, Number(version));
      }
      const days = await storedDays(house, listener);
      const before = this.last.get(listener) ?? {};
      for (const [date, day] of Object.entries(before)) if (day) demandGrown(date, day, days[date]);
      for (const [date, day] of Object.entries(days)) if (day) demandTrue(diary, house, listener, date, day);
      if (Object.keys({ ...before, ...days }).some((date) => before[date] !== days[date]))
        demandTotal(await house.kept.store.load(listener, { consistent: true }), days, house.nowMs);
      this.last.set(listener, days);
    }
  }

  /** Not even from one write to the next may anything be lost, though it be found again. */
  private demandGrowth(listener: ListenerKey, day: Day): void {
    const name = `${listener} ${day.date}`;
    const before = this.written.get(name);
    if (before !== undefined) demandGrown(day.date, before, day);
    this.written.set(name, day);
  }

  private forget(listener: ListenerKey): void {
    this.last.delete(listener);
    for (const known of [this.versions, this.written]) {
      for (const name of known.keys()) if (name.startsWith(listener)) known.delete(name);
    }
  }
}

type Written = Omit<StoredDay, 'version'>;

function demandGrown(date: string, before: Written, after: Written | undefined): void {
  demand(after !== undefined, 'keeps every day', () => date);
  const done = doneOn(after);
  const lost = [...doneOn(before)].filter((set) => !done.has(set));
  demand(lost.length === 0, 'loses no set', () => `${date}: ${lost}`);
  demand(after.counts || !before.counts, 'takes no day back', () => date);
  demand(after.activeMs >= before.activeMs, 'takes no minute back', () => date);
  demand(after.changedAtMs >= before.changedAtMs, 'goes back to no older place', () => date);
  demand(after.before.total >= before.before.total, 'takes no day before back', () => date);
  const isToldLess = after.told.total < before.told.total || after.told.spanDays < before.told.spanDays;
  demand(!isToldLess, 'remembers what was told', () => date);
}

/** No more is stored than she can have done, and a day with everything done counts. */
function demandTrue(diary: Diary, house: Household, listener: ListenerKey, date: string, day: StoredDay): void {
  const done = doneOn(day);
  const strange = [...done].filter((set) => !EVERY_SET.includes(set));
  demand(strange.length === 0, 'counts no set that there is not', () => `${date}: ${strange}`);
  const begun = diary.begun(listener, date, house.nowMs);
  const madeUp = [...done].filter((set) => !begun.has(set));
  demand(madeUp.length === 0, 'counts no set that was not begun', () => `${date}: ${madeUp}`);
  const { lastDone } = day.before;
  demand(lastDone === null || lastDone < date, 'counts a day in its own place', () => `${lastDone} before ${date}`);
  const isWhole = EVERY_SET.every((set) => done.has(set));
  demand(day.counts || !isWhole, 'counts a day with everything done', () => date);
  const mayCount = isWhole || diary.mayCountWithLess(listener, date, done);
  demand(!day.counts || mayCount, 'counts no day that was not finished', () => date);
}

/** Whoever opens the skill is told of every day that counts, once. */
function demandTotal(stored: StoredProgress, days: StoredDays, atMs: number): void {
  const state = openSession(profileIn(stored), daysIn(stored), { atMs, locale: 'en-US', deviceZone: ZONE });
  const counted = Object.values(days).filter((day) => day?.counts).length;
  const { total } = standingOf(state);
  demand(total === counted, 'tells of every day once', () => `${counted} days count, she is told of ${total}`);
}

/**
 * Let it become quiet: the store is up, whatever was being spoken is over, and every session goes on for a few turns and ends. Then nothing is owed
 * any more, and every device tells the same.
 */
export async function demandQuietEnd(diary: Diary, house: Household): Promise<void> {
  house.storeState = 'up';
  for (const device of house.devices) if (device.isOpen) await comeToRest(diary, house, device);
  for (const { listener, date, set } of diary.claims) {
    const days = await storedDays(house, listener);
    demand(doneOn(days[date]).has(set), 'keeps every set that was coached', () => `${date} ${set}`);
  }
  const told = new Map<ListenerKey, string>();
  for (const device of house.devices) {
    const listener = house.listenerOf(device);
    const asked = await send(diary, house, device, { kind: 'says', intent: 'ProgressIntent' });
    const { said } = await deliver(diary, house, asked, 'arrives');
    const [figures = said] = /^.* in all\./.exec(said) ?? [];
    demand(
      (told.get(listener) ?? figures) === figures,
      'tells the same everywhere',
      () => `${told.get(listener)} / ${said}`,
    );
    told.set(listener, figures);
  }
}

/** More than there are kinds of items. */
const TURNS_TO_SAVE = 4;

async function comeToRest(diary: Diary, house: Household, device: Device): Promise<void> {
  house.nowMs += LONGEST_SPEECH_MS;
  for (let turn = 1, owes = true; owes && device.isOpen; turn += 1) {
    const asked = await send(diary, house, device, { kind: 'says', intent: 'ListExercisesIntent' });
    const { travelling } = await deliver(diary, house, asked, 'arrives');
    const unsaved = travelling?.ledger.unsaved ?? [];
    owes = unsaved.length > 0;
    const owed = () => unsaved.map(({ kind }) => kind).join();
    demand(!owes || turn < TURNS_TO_SAVE, 'owes nothing once the store is up', owed);
  }
  if (device.isOpen)
    await deliver(diary, house, await send(diary, house, device, { kind: 'ends', how: 'left' }), 'arrives');
}

const LONGEST_SPEECH_MS = 600_000;
