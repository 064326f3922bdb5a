import type { Line } from '../speech/line';
import type { Segment } from '../timeline/segment';
import type { ClockTime } from './progress';

/** Something that takes the outside world. What came of it comes back as an event, and only then something is said. */
export type Task =
  /** `replaces` is the token of the reminder that it takes the place of. */
  | { readonly kind: 'set-reminder'; readonly time: ClockTime; readonly replaces: string | null }
  | { readonly kind: 'cancel-reminder'; readonly token: string }
  /** Everything that is kept about her, and her reminder, if there is one. */
  | { readonly kind: 'erase'; readonly reminder: string | null };

/**
 * What is to be done for the listener, in order. An answered request's acts end in exactly one of these: `ask`, which leaves the microphone
 * open for the answer; `close`, which ends the session; `ask-permission`, which hands over to the platform's own question about reminders; or
 * `attempt`, whose outcome decides how it goes on.
 */
export type Act =
  | { readonly kind: 'say'; readonly line: Line }
  | { readonly kind: 'coach'; readonly segment: Segment }
  | { readonly kind: 'ask'; readonly prompt: Line; readonly reprompt: Line }
  | { readonly kind: 'ask-permission'; readonly time: ClockTime }
  | { readonly kind: 'attempt'; readonly task: Task }
  | { readonly kind: 'close' };
