import type { RequestEnvelope } from 'ask-sdk-model';
import { accountKeyOf } from './alexa/listener-key';
import { readNotice } from './alexa/skill-notice';
import type { Log, ProgressStore } from './core/ports';
import { eraseProgress } from './progress-keeper';

/**
 * Take in what the platform tells outside any session: when the skill was disabled, everything of the account goes, its voices' included. Hearing
 * it twice does no harm. A store that fails does not make it reject.
 */
export async function hearNotice(envelope: RequestEnvelope, store: ProgressStore, log: Log): Promise<void> {
  const notice = readNotice(envelope.request);
  if (notice === 'unknown') log({ level: 'warn', code: 'unknown-request' });
  if (notice !== 'farewell') return;
  const account = accountKeyOf(envelope);
  const isGone = account !== null && (await eraseProgress(store, account, { withMembers: true }, log));
  log(isGone ? { level: 'info', code: 'erased-with-skill' } : { level: 'error', code: 'not-erased-with-skill' });
}
