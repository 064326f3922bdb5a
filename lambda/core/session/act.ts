import type { Line } from '../speech/line';
import type { Segment } from '../timeline/segment';

/**
 * What is to be done for the listener, in order. An answered request's acts end in exactly one `ask`, which leaves the microphone open
 * for the answer, or one `close`, which ends the session.
 */
export type Act =
  | { readonly kind: 'say'; readonly line: Line }
  | { readonly kind: 'coach'; readonly segment: Segment }
  | { readonly kind: 'ask'; readonly prompt: Line; readonly reprompt: Line }
  | { readonly kind: 'close' };
