import { type Chance, chanceFrom } from './chance';
import { type Devices, setUpDevices } from './devices';
import type { Instance, Turn } from './instance';
import { type Heard, lifeOf, type Step } from './life';
import { inventListener, type Listener } from './listener';

/** Who comes, and until when. */
export interface Crowd {
  readonly listeners: number;
  /** Listeners in the middle of a visit at the same time. */
  readonly overlapping: number;
  readonly seed: number;
  readonly instances: readonly Instance[];
  /** Asked before every turn; from the first true on, no request is sent any more. */
  isOver(): boolean;
  /** Awaited before every turn. */
  untilGoingOn(): Promise<void>;
  /** Told after every turn. */
  onTurn(turn: Turn, progress: CrowdProgress): void;
}

/** How far it has come. */
export interface CrowdProgress {
  /** Who have come, also those who have left again. */
  readonly begun: number;
}

/** What became of those who came. */
export interface CrowdOutcome {
  readonly begun: number;
  /** Who did all that they meant to, on how many days, and in how many turns. */
  readonly finished: number;
  readonly visits: number;
  readonly turnsOfVisits: number;
  readonly sessionsOfVisits: number;
  /** Days that they were told are in, and that they did not have deleted. */
  readonly daysIn: number;
}

/**
 * Let listeners come and practise, many at a time, each instance answering one request after the other. Nobody waits in
 * real time: what a listener lets pass between two requests passes only on her own clock. One more comes with every
 * turn until as many are there as may be.
 */
export async function bringCrowd(crowd: Crowd): Promise<CrowdOutcome> {
  const waiting: Present[] = [];
  const outcome = { begun: 0, finished: 0, visits: 0, turnsOfVisits: 0, sessionsOfVisits: 0, daysIn: 0 };
  let present = 0;
  const leave = ({ listener, devices }: Present, hasFinished: boolean) => {
    present -= 1;
    if (hasFinished) {
      outcome.finished += 1;
      outcome.visits += listener.visits;
      outcome.turnsOfVisits += devices.requests;
      outcome.sessionsOfVisits += devices.sessions;
    }
    outcome.daysIn += devices.daysIn;
  };
  const serve = async (instance: Instance): Promise<void> => {
    for (;;) {
      await crowd.untilGoingOn();
      if (crowd.isOver()) return;
      if (outcome.begun < crowd.listeners && present < crowd.overlapping) {
        present += 1;
        waiting.push(arrive(outcome.begun, crowd.seed));
        outcome.begun += 1;
      }
      const next = waiting.shift();
      if (next === undefined) {
        if (present === 0) return;
        // All that are there are being answered elsewhere.
        await new Promise((resolve) => setImmediate(resolve));
        continue;
      }
      const turn = await instance.answer(next.devices.request(next.step), next.listener.zone);
      crowd.onTurn(turn, outcome);
      const isGone = turn.answer === null || goOn(next, next.devices.hear(turn.answer));
      if (isGone) leave(next, turn.answer !== null);
      else waiting.push(next);
    }
  };
  await Promise.all(crowd.instances.map(serve));
  for (const cutShort of waiting) leave(cutShort, false);
  return outcome;
}

/** A listener who is there, and what she does next. */
interface Present {
  readonly listener: Listener;
  readonly devices: Devices;
  readonly life: Generator<Step, void, Heard>;
  step: Step;
}

function arrive(number: number, seed: number): Present {
  const chance: Chance = chanceFrom(seed * 1_000_003 + number);
  const listener = inventListener(number, chance);
  const life = lifeOf(listener, chance);
  const first = life.next();
  if (first.done) throw new RangeError('A listener came and did nothing');
  return { listener, devices: setUpDevices(listener), life, step: first.value };
}

/** Tell whether she is through with everything. */
function goOn(present: Present, heard: Heard): boolean {
  const next = present.life.next(heard);
  if (!next.done) present.step = next.value;
  return next.done ?? false;
}
