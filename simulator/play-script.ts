import type { Alexa, AlexaDevice } from './alexa';
import type { FakeCustomerServices } from './fake-customer-services';
import { REMINDERS_SCOPE } from './fake-reminders-service';
import type { Happening } from './happenings';
import { daysLater, localTimeAt, momentOf } from './local-time';
import { type Action, ScriptError, type ScriptStep } from './script';

/** Where a script is played: a house, and what can be broken around it. */
export interface Stage extends Pick<FakeCustomerServices, 'account' | 'settings' | 'reminders'> {
  readonly alexa: Alexa;
  readonly database: { down(): void; up(): void };
}

/** Words that Alexa should have said and did not, or that she said and should not have. */
export type FailedExpectation = { readonly line: number; readonly said: string } & (
  | { readonly expected: string }
  | { readonly unexpected: string }
);

/** A script being played. It remembers which device is being spoken to. */
export interface Play {
  /** @throws ScriptError when the step cannot happen now, such as interrupting Alexa while she is silent */
  step(step: ScriptStep): Promise<void>;
  /** Let one thing happen. @throws RangeError when it cannot happen now */
  act(action: Action): Promise<void>;
  readonly device: AlexaDevice;
  readonly failures: readonly FailedExpectation[];
}

/** Begin to play on a stage. */
export function createPlay(stage: Stage): Play {
  const { alexa } = stage;
  const failures: FailedExpectation[] = [];
  let device: AlexaDevice = alexa;
  let heardSince = 0;
  const act = async (action: Action): Promise<void> => {
    heardSince = alexa.transcript.length;
    if (action.kind === 'device') device = alexa.device(action.name);
    else await perform(action, device, stage);
  };
  return {
    act,
    get device() {
      return device;
    },
    failures,
    step: async ({ line, action }) => {
      if (action.kind === 'expect' || action.kind === 'expect-absent') {
        const { kind, text } = action;
        const said = alexa.transcript.slice(heardSince).map(wordsIn).filter(Boolean).join(' ');
        const isThere = sameWords(said).includes(sameWords(text));
        if (kind === 'expect' && !isThere) failures.push({ line, expected: text, said });
        if (kind === 'expect-absent' && isThere) failures.push({ line, unexpected: text, said });
        return;
      }
      try {
        await act(action);
      } catch (error) {
        throw error instanceof RangeError ? new ScriptError([{ line, problem: error.message }]) : error;
      }
    },
  };
}

/** Play a whole script and tell which expectations failed. */
export async function playScript(steps: readonly ScriptStep[], stage: Stage): Promise<readonly FailedExpectation[]> {
  const play = createPlay(stage);
  for (const step of steps) await play.step(step);
  return play.failures;
}

async function perform(action: Action, device: AlexaDevice, stage: Stage): Promise<void> {
  const { alexa, account, settings, reminders, database } = stage;
  switch (action.kind) {
    case 'say':
      await device.say(action.text);
      return;
    case 'say-at':
      await device.sayAt(action.atMs / 1_000, action.text);
      return;
    case 'silence':
      return device.silence();
    case 'wait':
      return alexa.wait(action.durationMs);
    case 'wait-until':
      return waitUntil(action, alexa, settings.zone);
    case 'exit':
      return device.exit();
    case 'unplug':
      return device.unplug();
    case 'zone':
      return alexa.travel(action.zone);
    case 'person':
      return alexa.as(action.name);
    case 'database':
      return action.up ? database.up() : database.down();
    case 'settings':
      return settings.trouble(action.trouble);
    case 'reminders':
      return reminders.trouble(action.trouble);
    case 'permission':
      return account.decide(REMINDERS_SCOPE, action.state);
    case 'skill':
      await (action.enabled ? alexa.enableSkill() : alexa.disableSkill());
      return;
    case 'device':
    case 'expect':
    case 'expect-absent':
      return;
  }
}

async function waitUntil(
  { daysAhead, time }: Extract<Action, { kind: 'wait-until' }>,
  alexa: Alexa,
  zone: string,
): Promise<void> {
  const today = localTimeAt(alexa.now(), zone);
  const atMs = momentOf({ date: daysLater(today.date, daysAhead), time }, zone);
  if (atMs === null || atMs < alexa.now()) throw new RangeError(`It is ${today.time} already, so ${time} has passed`);
  await alexa.waitUntil(atMs);
}

function wordsIn(happening: Happening): string {
  switch (happening.kind) {
    case 'turn':
    case 'reminder-rang':
      return happening.says;
    case 'reprompted':
      return happening.playback.text;
    case 'session-ended':
      return '';
  }
}

function sameWords(text: string): string {
  return text.toLowerCase().replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim();
}
