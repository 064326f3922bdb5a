import type { services } from 'ask-sdk-model';
import { isZone, momentOf } from './local-time';
import { readSsml, spokenText } from './read-ssml';
import { nextRecurrence, type Recurrence, readRecurrence } from './recurrence';

/** What a reminder says in one locale. */
export interface ReminderText {
  readonly locale: string;
  readonly text: string;
}

/** A reminder as it was asked for, understood. */
export interface ReminderWish {
  readonly texts: readonly ReminderText[];
  /** When it rings first, in epoch milliseconds. */
  readonly firstMs: number;
  /** When it rings again after a moment; null when it rings once or is over. */
  readonly nextAfter: (atMs: number) => number | null;
}

/** A reminder, or the code by which it is refused. */
export type ReadReminder =
  | { readonly kind: 'wish'; readonly wish: ReminderWish }
  | { readonly kind: 'bad'; readonly code: string };

/**
 * Read the body of a request for a reminder, strictly: what the real service may let pass and do something else with, such as recurrence
 * fields that are deprecated or a time that lies in the past, is refused here.
 * Source: the types of ask-sdk-model and platform sheet section 5. The codes are field evidence, not read in the reference.
 * @param locale - the device's; there must be a text for it
 */
export function readReminder(body: string, nowMs: number, locale: string): ReadReminder {
  try {
    const request = JSON.parse(body) as services.reminderManagement.ReminderRequest;
    const times = readTrigger(request.trigger ?? {}, nowMs);
    const texts = readTexts(request.alertInfo, locale);
    // Written both ways in the wild: on the wall, and in UTC.
    demand(isLocalTime(request.requestTime?.replace(/Z$/, '')), 'INVALID_REQUEST_TIME_FORMAT');
    demand(['ENABLED', 'DISABLED', undefined].includes(request.pushNotification?.status), 'INVALID_PUSH_NOTIFICATION');
    return { kind: 'wish', wish: { texts, ...times } };
  } catch (error) {
    return { kind: 'bad', code: error instanceof Refused ? error.message : 'INVALID_REQUEST_BODY' };
  }
}

/** Carries the code of a refusal out of the reading. */
class Refused extends Error {}

type Times = Pick<ReminderWish, 'firstMs' | 'nextAfter'>;

function readTrigger(trigger: services.reminderManagement.Trigger, nowMs: number): Times {
  if (trigger.type === 'SCHEDULED_RELATIVE') {
    const { offsetInSeconds = 0 } = trigger;
    demand(Number.isInteger(offsetInSeconds) && offsetInSeconds > 0, 'INVALID_TRIGGER_OFFSET');
    return { firstMs: nowMs + offsetInSeconds * 1_000, nextAfter: () => null };
  }
  demand(trigger.type === 'SCHEDULED_ABSOLUTE', 'INVALID_TRIGGER_TYPE');
  const zone = trigger.timeZoneId ?? '';
  demand(isZone(zone), 'INVALID_TIME_ZONE_ID');
  const scheduledMs = trigger.scheduledTime === undefined ? null : readLocalTime(trigger.scheduledTime, zone);
  demand(scheduledMs === null || scheduledMs > nowMs, 'TRIGGER_SCHEDULED_TIME_IN_PAST');
  if (trigger.recurrence) return readRecurring(trigger.recurrence, nowMs, zone);
  if (scheduledMs === null) throw new Refused('INVALID_TRIGGER_SCHEDULED_TIME_FORMAT');
  return { firstMs: scheduledMs, nextAfter: () => null };
}

/** With rules, `scheduledTime` decides nothing. Source: the Reminders reference, as the types of ask-sdk-model repeat it. */
function readRecurring(
  { recurrenceRules = [], startDateTime, endDateTime }: services.reminderManagement.Recurrence,
  nowMs: number,
  zone: string,
): Times {
  const recurrences = recurrenceRules.map(readRecurrence);
  const known = recurrences.filter((recurrence): recurrence is Recurrence => recurrence !== null);
  demand(known.length > 0 && known.length === recurrences.length, 'UNSUPPORTED_TRIGGER_RECURRENCE');
  const startMs = startDateTime === undefined ? nowMs : Math.max(nowMs, readLocalTime(startDateTime, zone) - 1);
  const endMs = endDateTime === undefined ? Number.POSITIVE_INFINITY : readLocalTime(endDateTime, zone);
  const nextAfter = (atMs: number): number | null => {
    const nextMs = Math.min(...known.map((recurrence) => nextRecurrence(recurrence, atMs, zone)));
    return nextMs <= endMs ? nextMs : null;
  };
  const firstMs = nextAfter(startMs);
  if (firstMs === null) throw new Refused('TRIGGER_SCHEDULED_TIME_IN_PAST');
  return { firstMs, nextAfter };
}

function readTexts(info: services.reminderManagement.AlertInfo | undefined, locale: string): readonly ReminderText[] {
  const content = info?.spokenInfo?.content ?? [];
  const texts = content.map(({ locale: name = '', text = '', ssml }) => ({ locale: name, text: readText(text, ssml) }));
  demand(texts.length > 0 && texts.every((each) => each.text !== ''), 'INVALID_ALERT_INFO');
  demand(
    texts.some((each) => each.locale === locale),
    'UNSUPPORTED_LOCALE',
  );
  return texts;
}

function readText(text: string, ssml: string | undefined): string {
  if (ssml === undefined) return text.trim();
  const { fault, elements, pieces } = readSsml(ssml);
  demand(fault === null && elements[0]?.name === 'speak', 'INVALID_ALERT_INFO');
  return spokenText(pieces);
}

/** A time on the wall, no zone behind it. */
function isLocalTime(written: string | undefined): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?$/.test(written ?? '');
}

function readLocalTime(written: string, zone: string): number {
  const [date = '', time = ''] = written.split('T');
  const atMs = isLocalTime(written) ? momentOf({ date, time: time.slice(0, 5) }, zone) : null;
  if (atMs === null) throw new Refused('INVALID_TRIGGER_SCHEDULED_TIME_FORMAT');
  return atMs + Math.round(Number(time.slice(6)) * 1_000);
}

function demand(holds: boolean, code: string): void {
  if (!holds) throw new Refused(code);
}
