import { randomUUID } from 'node:crypto';
import type { services } from 'ask-sdk-model';
import type { AccessTokens, TokenBearer } from './access-tokens';
import type { Ring, RingingReminders } from './alexa';
import type { CustomerAccount } from './customer-account';
import { type ReminderWish, readReminder } from './reminder-request';
import { answer, brokenAnswer, refusal } from './service-answer';

/** What can go wrong with the reminders service; a number is the status it answers with, `403` that the device cannot ring. */
export type RemindersTrouble = (typeof REMINDERS_TROUBLES)[number];

export const REMINDERS_TROUBLES = ['hang', '401', '403', 'too-many', '429', '500', 'garbage', 'unreachable'] as const;

/** The permission that a skill needs before it may touch a reminder. */
export const REMINDERS_SCOPE = 'alexa::alerts:reminders:skill:readwrite';

/** One reminder that is kept. */
export interface KeptReminder {
  readonly alertToken: string;
  readonly userId: string;
  readonly deviceId: string;
  readonly status: services.reminderManagement.Status;
  readonly version: number;
  /** As it was asked for. */
  readonly request: services.reminderManagement.ReminderRequest;
  /** When it rings next, in epoch milliseconds; null when it never will. */
  readonly nextMs: number | null;
  readonly createdMs: number;
  readonly updatedMs: number;
}

/** Stands for the platform's reminders service, behind the client that the Alexa SDK calls it with, and rings what it keeps. */
export interface FakeRemindersService extends services.ApiClient, RingingReminders {
  /** How often it was called. */
  readonly calls: number;
  /** Everything that it keeps, oldest first. */
  readonly kept: readonly KeptReminder[];
  /** From now on it has this trouble; null ends it. */
  trouble(kind: RemindersTrouble | null): void;
}

/** Tell whether a request is for the reminders service. */
export function isForReminders({ url }: services.ApiClientRequest): boolean {
  return alertTokenIn(url) !== null;
}

/**
 * Make a reminders service that keeps what was `kept` before. Like the real one it wants a token that was issued in a session and the customer's
 * permission, and shows a skill its own customer's reminders only.
 * Source: /v1/alerts/reminders, platform sheet section 5, and ask-sdk-model's `reminderManagement`. That a missing permission is a 401 is
 * what the SDK's own description of it says; the codes of the two 403 are field evidence.
 */
export function createFakeRemindersService(
  tokens: AccessTokens,
  account: CustomerAccount,
  now: () => number,
  kept: readonly KeptReminder[] = [],
): FakeRemindersService {
  const shelf = new ReminderShelf(now, kept);
  let calls = 0;
  let trouble: RemindersTrouble | null = null;
  return {
    get calls() {
      return calls;
    },
    get kept() {
      return shelf.kept;
    },
    trouble: (kind) => {
      trouble = kind;
    },
    invoke: async (request) => {
      calls += 1;
      if (trouble) return troubled(trouble);
      const bearer = tokens.holderOf(request)?.bearer;
      if (!bearer || bearer.userId !== account.userId) return refusal(401, 'INVALID_BEARER_TOKEN');
      if (account.permission(REMINDERS_SCOPE) !== 'granted') return refusal(401, 'UNAUTHORIZED');
      return shelf.serve(request, bearer);
    },
    get nextRing() {
      return shelf.nextRing;
    },
    ringNext: () => shelf.ringNext(),
    forget: (userId) => shelf.forget(userId),
  };
}

interface Shelved extends KeptReminder {
  readonly wish: ReminderWish;
}

/** The reminders of all customers, and what can be done with them. */
class ReminderShelf {
  private reminders: readonly Shelved[];

  constructor(
    private readonly now: () => number,
    kept: readonly KeptReminder[],
  ) {
    this.reminders = kept.flatMap((reminder) => putBack(reminder, now()));
  }

  get kept(): readonly KeptReminder[] {
    return this.reminders.map(({ wish: _, ...reminder }) => reminder);
  }

  get nextRing(): Ring | null {
    const due = this.reminders.filter(({ nextMs }) => nextMs !== null);
    const first = due.sort((a, b) => (a.nextMs ?? 0) - (b.nextMs ?? 0))[0];
    return first ? { atMs: first.nextMs ?? 0, deviceId: first.deviceId, texts: first.wish.texts } : null;
  }

  ringNext(): void {
    const atMs = this.nextRing?.atMs;
    const ringing = this.reminders.find(({ nextMs }) => nextMs === atMs);
    if (!ringing || atMs === undefined) return;
    const nextMs = ringing.wish.nextAfter(atMs);
    this.put({ ...ringing, nextMs, status: nextMs === null ? 'COMPLETED' : 'ON' });
  }

  forget(userId: string): void {
    this.reminders = this.reminders.filter((reminder) => reminder.userId !== userId);
  }

  serve(request: services.ApiClientRequest, bearer: TokenBearer): services.ApiClientResponse {
    const alertToken = alertTokenIn(request.url) ?? '';
    const own = this.reminders.filter(({ userId }) => userId === bearer.userId);
    const named = own.find((reminder) => reminder.alertToken === alertToken);
    if (alertToken === '') {
      if (request.method === 'POST') return this.write(request, bearer, null);
      return request.method === 'GET' ? answer(200, listOf(own)) : refusal(405, 'METHOD_NOT_ALLOWED');
    }
    if (!named) return refusal(404, 'ALERT_NOT_FOUND');
    switch (request.method) {
      case 'GET':
        return answer(200, JSON.stringify(detailsOf(named)));
      case 'PUT':
        return this.write(request, bearer, named);
      case 'DELETE':
        this.reminders = this.reminders.filter((reminder) => reminder !== named);
        return answer(200, '');
      default:
        return refusal(405, 'METHOD_NOT_ALLOWED');
    }
  }

  private write(
    { body = '' }: services.ApiClientRequest,
    { userId, deviceId, locale }: TokenBearer,
    before: Shelved | null,
  ): services.ApiClientResponse {
    const nowMs = this.now();
    const read = readReminder(body, nowMs, locale);
    if (read.kind === 'bad') return refusal(400, read.code);
    const written: Shelved = {
      alertToken: before?.alertToken ?? `local-reminder-${randomUUID()}`,
      userId,
      deviceId,
      status: 'ON',
      version: (before?.version ?? 0) + 1,
      request: JSON.parse(body),
      nextMs: read.wish.firstMs,
      wish: read.wish,
      createdMs: before?.createdMs ?? nowMs,
      updatedMs: nowMs,
    };
    this.put(written);
    return answer(200, JSON.stringify({ ...headOf(written), href: `${PATH}/${written.alertToken}` }));
  }

  private put(written: Shelved): void {
    const others = this.reminders.filter(({ alertToken }) => alertToken !== written.alertToken);
    this.reminders = [...others, written];
  }
}

/** What was due while nobody was there has rung unheard. */
function putBack(kept: KeptReminder, nowMs: number): Shelved[] {
  const read = readReminder(JSON.stringify(kept.request), kept.updatedMs, localeIn(kept.request));
  if (read.kind === 'bad') return [];
  const { firstMs, nextAfter } = read.wish;
  const nextMs = firstMs > nowMs ? firstMs : nextAfter(nowMs);
  return [{ ...kept, wish: read.wish, nextMs, status: nextMs === null ? 'COMPLETED' : 'ON' }];
}

function localeIn({ alertInfo }: services.reminderManagement.ReminderRequest): string {
  return alertInfo?.spokenInfo?.content[0]?.locale ?? '';
}

const PATH = '/v1/alerts/reminders';
const RESOURCE = new RegExp(`^${PATH}(?:/([^/]+))?$`);

/** The alert token that an address names, empty for the list of all; null when it is no address of this service. */
function alertTokenIn(url: string): string | null {
  const found = RESOURCE.exec(new URL(url).pathname);
  return found && decodeURIComponent(found[1] ?? '');
}

function listOf(reminders: readonly Shelved[]): string {
  return JSON.stringify({ totalCount: String(reminders.length), alerts: reminders.map(detailsOf), links: null });
}

function detailsOf(reminder: Shelved) {
  const { trigger, alertInfo, pushNotification } = reminder.request;
  return { ...headOf(reminder), trigger, alertInfo, pushNotification };
}

function headOf({ alertToken, createdMs, updatedMs, status, version }: Shelved) {
  const [createdTime, updatedTime] = [createdMs, updatedMs].map((ms) => new Date(ms).toISOString());
  return { alertToken, createdTime, updatedTime, status, version: String(version) };
}

function troubled(kind: RemindersTrouble): Promise<services.ApiClientResponse> {
  switch (kind) {
    case 'hang':
    case 'unreachable':
    case 'garbage':
      return brokenAnswer(kind);
    case '401':
      return Promise.resolve(refusal(401, 'UNAUTHORIZED'));
    case '403':
      return Promise.resolve(refusal(403, 'DEVICE_NOT_SUPPORTED'));
    case 'too-many':
      return Promise.resolve(refusal(403, 'MAX_REMINDERS_EXCEEDED'));
    case '429':
      return Promise.resolve(refusal(429, 'RATE_EXCEEDED'));
    case '500':
      return Promise.resolve(refusal(500, 'INTERNAL_SERVER_ERROR'));
  }
}
