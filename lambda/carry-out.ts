import type { RequestEnvelope, services } from 'ask-sdk-model';
import { remindersOf } from './alexa/reminders';
import type { Log, ProgressStore } from './core/ports';
import type { Task } from './core/session/act';
import type { Outcome } from './core/session/event';
import type { Ledger } from './core/session/ledger';
import type { SessionState } from './core/session/state';
import { lineText } from './core/speech/line-text';
import { wordsFor } from './core/speech/words-for';
import { eraseProgress } from './progress-keeper';

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

/** Carry out a task, and tell what came of it. Takes at most 4 s and never rejects. */
export async function carryOut(task: Task, occasion: Occasion, means: Means): Promise<Outcome> {
  const reminders = remindersOf(means.envelope, means.apiClient, means.log);
  switch (task.kind) {
    case 'set-reminder': {
      const { zone, locale, wording } = occasion.state;
      const text = lineText({ kind: 'reminder-text' }, wordsFor(locale), wording);
      return reminders.set({ time: task.time, replaces: task.replaces, atMs: occasion.atMs, zone, locale, text });
    }
    case 'cancel-reminder':
      return reminders.cancel(task.token);
    case 'erase': {
      // The reminder goes first: with the profile its token would be gone, and nobody could cancel it any more.
      const cancelled = task.reminder === null ? null : await reminders.cancel(task.reminder);
      const isStillThere = cancelled?.kind === 'reminder-failed' && cancelled.trouble === 'unavailable';
      return isStillThere ? { kind: 'erase-failed' } : erase(occasion.ledger, means);
    }
  }
}

async function erase({ listener, account }: Ledger, { store, log }: Means): Promise<Outcome> {
  const isGone = listener === null || (await eraseProgress(store, listener, { memberOf: account }, log));
  return { kind: isGone ? 'erased' : 'erase-failed' };
}
