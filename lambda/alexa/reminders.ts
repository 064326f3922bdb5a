import type { RequestEnvelope, services } from 'ask-sdk-model';
import type { Log } from '../core/ports';
import type { EventOf, ReminderTrouble } from '../core/session/event';
import type { ClockTime } from '../core/session/progress';
import { addDays, localDate } from '../core/streak/local-date';
import { type ApiAnswer, type ApiCall, callApi } from './call-api';

/** The one daily reminder of a listener. */
export interface DailyReminder {
  readonly time: ClockTime;
  /** The token of the reminder that it takes the place of; null when there is none. */
  readonly replaces: string | null;
  /** When it is set, in epoch milliseconds. */
  readonly atMs: number;
  /** IANA time zone in which `time` is meant. */
  readonly zone: string;
  /** BCP 47 tag of the language of `text`. */
  readonly locale: string;
  /** What the device says when it rings. */
  readonly text: string;
}

/** The platform's reminders service. */
export interface Reminders {
  /** Set a reminder, in two calls at most. */
  set(reminder: DailyReminder): Promise<EventOutcome<'reminder-set' | 'reminder-failed'>>;
  /** Cancel the reminder of this token. One that is gone already counts as cancelled. */
  cancel(token: string): Promise<EventOutcome<'reminder-cancelled' | 'reminder-failed'>>;
}

type EventOutcome<K extends 'reminder-set' | 'reminder-cancelled' | 'reminder-failed'> = K extends K
  ? Omit<EventOf<K>, 'atMs'>
  : never;

/** Longest wait for one call. Two of them, after a slow store, still fit into the 8 s that Alexa waits. */
const CALL_TIMEOUT_MS = 1_500;

const PATH = '/v1/alerts/reminders';

/**
 * Reach the reminders service with what came with a request. Its methods never reject: whatever goes wrong is an outcome, and its code is logged.
 * Source: platform sheet section 5, "Reminders API", and ask-sdk-model's types: methods, paths, body and statuses; sure H. The meaning of a
 * refusal: see {@link troubleOf}.
 */
export function remindersOf(
  envelope: RequestEnvelope,
  client: services.ApiClient,
  log: Log,
  timeoutMs = CALL_TIMEOUT_MS,
): Reminders {
  const call = (made: ApiCall) => callApi(envelope, client, made, timeoutMs);
  const failed = (answer: ApiAnswer, doing: string): ReminderTrouble => {
    const trouble = troubleOf(answer);
    log({
      level: isOurFault(answer) ? 'error' : 'warn',
      code: 'reminder-failed',
      detail: { doing, trouble, reason: answer.kind === 'answered' ? answer.status : answer.reason },
    });
    return trouble;
  };
  return {
    async set(reminder) {
      const { time } = reminder;
      const answer = await put(reminder, call);
      const token = tokenIn(answer) ?? (isDone(answer) ? reminder.replaces : null);
      if (token !== null) return { kind: 'reminder-set', token, time };
      return { kind: 'reminder-failed', trouble: failed(answer, 'set'), time };
    },

    async cancel(token) {
      const answer = await call({ method: 'DELETE', path: pathOf(token) });
      if (isDone(answer) || isGone(answer)) return { kind: 'reminder-cancelled' };
      return { kind: 'reminder-failed', trouble: failed(answer, 'cancel'), time: null };
    },
  };
}

/** In place of the one before, or anew where there is none any more: she can cancel a reminder without us. */
async function put(reminder: DailyReminder, call: (made: ApiCall) => Promise<ApiAnswer>): Promise<ApiAnswer> {
  const body = bodyOf(reminder);
  if (reminder.replaces !== null) {
    const answer = await call({ method: 'PUT', path: pathOf(reminder.replaces), body });
    if (!isGone(answer)) return answer;
  }
  return call({ method: 'POST', path: PATH, body });
}

/** Local times are written without a zone: the zone stands beside them. */
function bodyOf({ time, atMs, zone, locale, text }: DailyReminder): services.reminderManagement.ReminderRequest {
  const scheduledTime = nextTime(time, atMs, zone);
  const { hour, minute } = time;
  return {
    requestTime: new Date(atMs).toISOString(),
    trigger: {
      type: 'SCHEDULED_ABSOLUTE',
      scheduledTime,
      timeZoneId: zone,
      recurrence: {
        startDateTime: scheduledTime,
        recurrenceRules: [`FREQ=DAILY;BYHOUR=${hour};BYMINUTE=${minute};BYSECOND=0;INTERVAL=1;`],
      },
    },
    alertInfo: { spokenInfo: { content: [{ locale, text }] } },
    pushNotification: { status: 'ENABLED' },
  };
}

/** The next time that a clock in the zone shows `time`, later than now: today's date or tomorrow's. */
function nextTime({ hour, minute }: ClockTime, atMs: number, zone: string): string {
  // Swedish writes dates and times as ISO 8601 does.
  const now = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(
    atMs,
  );
  const [today = '', clock = ''] = now.split(' ');
  const time = [hour, minute, 0].map((part) => String(part).padStart(2, '0')).join(':');
  return `${time > clock ? today : addDays(localDate(today), 1)}T${time}.000`;
}

function pathOf(token: string): string {
  return `${PATH}/${encodeURIComponent(token)}`;
}

function isDone(answer: ApiAnswer): boolean {
  return answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;
}

function isGone(answer: ApiAnswer): boolean {
  return answer.kind === 'answered' && answer.status === 404;
}

/** The service found no sense in what we sent. */
function isOurFault(answer: ApiAnswer): boolean {
  return answer.kind === 'answered' && answer.status === 400;
}

/**
 * What a refusal means to her. The statuses are those of ask-sdk-model's reminders client, sure H; that 401 is a permission never given is
 * reported in alexa/alexa-cookbook issue 282, sure M; the exact codes that come with 403 are not known, so they are told by their words, sure L.
 */
function troubleOf(answer: ApiAnswer): ReminderTrouble {
  if (answer.kind === 'unanswered') return 'unavailable';
  if (answer.status === 401) return 'not-permitted';
  if (answer.status !== 403) return 'unavailable';
  const code = textIn(answer.body, 'code') ?? '';
  if (/DEVICE|SUPPORT/i.test(code)) return 'not-on-this-device';
  return /MAX|EXCEED|LIMIT|MANY/i.test(code) ? 'too-many' : 'not-permitted';
}

function tokenIn(answer: ApiAnswer): string | null {
  return isDone(answer) && answer.kind === 'answered' ? textIn(answer.body, 'alertToken') : null;
}

/** A text in a JSON answer; null where there is none. */
function textIn(body: string, name: string): string | null {
  try {
    const found: unknown = JSON.parse(body)?.[name];
    return typeof found === 'string' && found !== '' ? found : null;
  } catch {
    return null;
  }
}
