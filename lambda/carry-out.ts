import type { RequestEnvelope, services } from 'ask-sdk-model';
import { remindersOf } from './alexa/reminders';
import type { Log, ProgressStore } from './core/ports';
import type { Task } from './core/session/act';
import type { Outcome } from './core/session/event';
import { type Ledger, profileIn } from './core/session/ledger';
import type { SessionState } from './core/session/state';
import { lineText } from './core/speech/line-text';
import { wordsFor } from './core/speech/words-for';
import { eraseProgress, readProgress } from './progress-keeper';

/** What a task is carried out with. */
export interface Means {
  readonly store: ProgressStore;
  readonly apiClient: services.ApiClient;
  readonly log: Log;
  readonly envelope: RequestEnvelope;
}

/** The turn that a task is carried out in. */
export interface Occasion {
  readonly state: SessionState;
  readonly ledger: Ledger;
  readonly atMs: number;
}

/** Carry out a task, and tell what came of it. Takes at most 4 s; neither a service nor a store that fails makes it reject. */
export async function carryOut(task: Task, occasion: Occasion, means: Means): Promise<Outcome> {
  const reminders = remindersOf(means.envelope, means.apiClient, means.log);
  switch (task.kind) {
    case 'set-reminder': {
      // Its token could not be kept: nobody could cancel it any more, and one that was set before would ring as well.
      if (!occasion.ledger.loaded) return { kind: 'reminder-failed', trouble: 'unavailable', time: task.time };
      const { zone, locale, wording } = occasion.state;
      const text = lineText({ kind: 'reminder-text' }, wordsFor(locale), wording);
      return reminders.set({ time: task.time, replaces: task.replaces, atMs: occasion.atMs, zone, locale, text });
    }
    case 'cancel-reminder':
      return reminders.cancel(task.token);
    case 'erase': {
      const tokens = await tokensOf(task, occasion.ledger, means);
      // The reminder goes first: with the profile its token would be gone, and nobody could cancel it any more.
      const cancelled = await Promise.all(tokens?.map((token) => reminders.cancel(token)) ?? []);
      const isStillThere = cancelled.some((each) => each.kind === 'reminder-failed' && each.trouble === 'unavailable');
      return tokens === null || isStillThere ? { kind: 'erase-failed' } : erase(occasion.ledger, means);
    }
  }
}

/** Her reminder as this session knows it, and as another one has set it since; null where that cannot be told. */
async function tokensOf(
  { reminder }: Extract<Task, { readonly kind: 'erase' }>,
  ledger: Ledger,
  { store, log }: Means,
): Promise<readonly string[] | null> {
  const known = reminder === null ? [] : [reminder];
  if (ledger.listener === null) return known;
  const stored = await readProgress(store, ledger, log, { consistent: true });
  if (stored === null) return null;
  const another = profileIn(stored)?.reminder?.token;
  return another === undefined ? known : [...new Set([...known, another])];
}

async function erase({ listener, account }: Ledger, { store, log }: Means): Promise<Outcome> {
  const isGone = listener === null || (await eraseProgress(store, listener, { memberOf: account }, log));
  return { kind: isGone ? 'erased' : 'erase-failed' };
}
