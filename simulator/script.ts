import { PERMISSION_STATES, type PermissionState } from './customer-account';
import { REMINDERS_TROUBLES, type RemindersTrouble } from './fake-reminders-service';
import { SETTINGS_TROUBLES, type SettingsTrouble } from './fake-settings-service';
import { isZone } from './local-time';
import { readDurationMs } from './simulated-clock';

/** One line of a script. `line` counts from 1. */
export interface ScriptStep {
  readonly line: number;
  readonly action: Action;
}

/** Something that happens to a local Alexa, or that is expected of it. */
export type Action =
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'say-at'; readonly atMs: number; readonly text: string }
  | { readonly kind: 'silence' }
  | { readonly kind: 'wait'; readonly durationMs: number }
  /** Time passes until the wall shows a time, so many days from today. */
  | { readonly kind: 'wait-until'; readonly daysAhead: number; readonly time: string }
  | { readonly kind: 'exit' }
  | { readonly kind: 'unplug' }
  | { readonly kind: 'zone'; readonly zone: string }
  | { readonly kind: 'person'; readonly name: string | null }
  | { readonly kind: 'device'; readonly name: string }
  | { readonly kind: 'database'; readonly up: boolean }
  | { readonly kind: 'settings'; readonly trouble: SettingsTrouble | null }
  | { readonly kind: 'reminders'; readonly trouble: RemindersTrouble | null }
  /** What she decides in her Alexa app about reminders. */
  | { readonly kind: 'permission'; readonly state: PermissionState }
  | { readonly kind: 'skill'; readonly enabled: boolean }
  | { readonly kind: 'expect'; readonly text: string }
  /** Words that must not have been said. */
  | { readonly kind: 'expect-absent'; readonly text: string };

/** The script cannot be played: its author's mistake. The message names every bad line and what to write instead. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';
  constructor(readonly problems: readonly { readonly line: number; readonly problem: string }[]) {
    super(problems.map(({ line, problem }) => `line ${line}: ${problem}`).join('\n'));
  }
}

/**
 * Read a script: what she says, one sentence a line, and in square brackets what else happens. See `simulator/README.md`.
 * @throws ScriptError naming every line that is not understood
 */
export function readScript(text: string): readonly ScriptStep[] {
  const problems: { line: number; problem: string }[] = [];
  const steps: ScriptStep[] = [];
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    const read = readLine(written.trim());
    if (read === null) continue;
    if (typeof read === 'string') problems.push({ line: index + 1, problem: read });
    else steps.push({ line: index + 1, action: read });
  }
  if (problems.length > 0) throw new ScriptError(problems);
  return steps;
}

/** Read what stands between square brackets, such as "wait 3 hours". A text tells what is wrong with it and what to write. */
export function readDirective(inside: string): Action | string {
  const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/.exec(inside.trim()) ?? [];
  const directive = Object.hasOwn(DIRECTIVES, word.toLowerCase()) ? DIRECTIVES[word.toLowerCase()] : undefined;
  if (!directive)
    return `[${inside}] is not known; use ${Object.values(DIRECTIVES)
      .map(({ usage }) => usage)
      .join(', ')}`;
  return directive.read(rest) ?? `[${inside}] is not understood; write ${directive.usage}`;
}

interface Directive {
  readonly usage: string;
  /** Null when what follows the word makes no sense. */
  readonly read: (rest: string) => Action | null;
}

const DIRECTIVES: Readonly<Record<string, Directive>> = {
  at: { usage: '[at 42s] pause', read: () => null },
  silence: { usage: '[silence]', read: (rest) => (rest === '' ? { kind: 'silence' } : null) },
  wait: { usage: '[wait 3 hours]', read: readWait },
  today: { usage: '[today 19:00]', read: (rest) => readWallTime(rest, 0) },
  tomorrow: { usage: '[tomorrow 07:00]', read: (rest) => readWallTime(rest, 1) },
  exit: { usage: '[exit]', read: (rest) => (rest === '' ? { kind: 'exit' } : null) },
  unplug: { usage: '[unplug]', read: (rest) => (rest === '' ? { kind: 'unplug' } : null) },
  zone: { usage: '[zone Europe/London]', read: (zone) => (isZone(zone) ? { kind: 'zone', zone } : null) },
  person: { usage: '[person anna] or [person nobody]', read: readPerson },
  device: { usage: '[device bedroom]', read: (name) => (/^[\w-]+$/.test(name) ? { kind: 'device', name } : null) },
  database: {
    usage: '[database down] or [database up]',
    read: (rest) => (rest === 'up' || rest === 'down' ? { kind: 'database', up: rest === 'up' } : null),
  },
  settings: { usage: `[settings ${SETTINGS_TROUBLES.join('|')}] or [settings up]`, read: readSettings },
  reminders: { usage: `[reminders ${REMINDERS_TROUBLES.join('|')}] or [reminders up]`, read: readReminders },
  permission: { usage: `[permission ${PERMISSION_STATES.join('|')}]`, read: readPermission },
  disable: { usage: '[disable skill]', read: (rest) => (rest === 'skill' ? { kind: 'skill', enabled: false } : null) },
  enable: { usage: '[enable skill]', read: (rest) => (rest === 'skill' ? { kind: 'skill', enabled: true } : null) },
};

function readLine(written: string): Action | string | null {
  if (written === '' || written.startsWith('#')) return null;
  if (written.startsWith('>')) return readExpectation(written.slice(1).trim());
  if (written.startsWith('!>')) return readAbsence(written.slice(2).trim());
  if (!written.startsWith('[')) return { kind: 'say', text: written };
  const [, inside, after = ''] = /^\[([^\]]*)\](.*)$/.exec(written) ?? [];
  if (inside === undefined) return `"${written}" lacks its closing bracket; write ${written}]`;
  if (/^at\b/i.test(inside.trim())) return readBargeIn(inside.trim().slice(2), after.trim());
  if (after.trim() !== '') return `nothing may follow [${inside}]; put "${after.trim()}" on a line of its own`;
  return readDirective(inside);
}

function readExpectation(text: string): Action | string {
  return text === '' ? 'nothing is expected; write > and the words that Alexa should say' : { kind: 'expect', text };
}

function readAbsence(text: string): Action | string {
  if (text === '') return 'nothing is ruled out; write !> and the words that Alexa should not say';
  return { kind: 'expect-absent', text };
}

function readBargeIn(time: string, text: string): Action | string {
  const atMs = readDurationMs(time);
  if (atMs === null) return `[at${time}] names no second of her speech; write [at 42s] or [at 1m10s]`;
  return text === '' ? `nobody speaks at${time}; write [at${time}] pause` : { kind: 'say-at', atMs, text };
}

function readWait(rest: string): Action | null {
  const durationMs = readDurationMs(rest);
  return durationMs === null ? null : { kind: 'wait', durationMs };
}

function readWallTime(rest: string, daysAhead: number): Action | null {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(rest) ? { kind: 'wait-until', daysAhead, time: rest } : null;
}

function readPerson(name: string): Action | null {
  if (!/^[\p{L}\p{N}_-]+$/u.test(name)) return null;
  return { kind: 'person', name: name.toLowerCase() === 'nobody' ? null : name };
}

function readSettings(rest: string): Action | null {
  if (rest === 'up') return { kind: 'settings', trouble: null };
  const trouble = SETTINGS_TROUBLES.find((kind) => kind === rest);
  return trouble ? { kind: 'settings', trouble } : null;
}

function readReminders(rest: string): Action | null {
  if (rest === 'up') return { kind: 'reminders', trouble: null };
  const trouble = REMINDERS_TROUBLES.find((kind) => kind === rest);
  return trouble ? { kind: 'reminders', trouble } : null;
}

function readPermission(rest: string): Action | null {
  const state = PERMISSION_STATES.find((each) => each === rest);
  return state ? { kind: 'permission', state } : null;
}
