import { OUT_OF_SCOPE } from './utterances';

/** What was meant and what it was taken for. */
export interface Answer {
  readonly meant: string;
  readonly taken: string;
}

export interface Tally {
  readonly right: number;
  readonly of: number;
  /** What else it was taken for, how often, the most frequent first. */
  readonly confusions: readonly (readonly [intent: string, times: number])[];
}

/** Count the answers of each intent, in the order in which the intents first come. */
export function tallies(answers: readonly Answer[]): ReadonlyMap<string, Tally> {
  const intents = [...new Set(answers.map(({ meant }) => meant))];
  return new Map(intents.map((intent) => [intent, tally(answers.filter(({ meant }) => meant === intent))]));
}

/** Count answers, whatever intent was meant. */
export function tally(answers: readonly Answer[]): Tally {
  const wrong = answers.filter((answer) => !isRight(answer));
  const times = new Map<string, number>();
  for (const { taken } of wrong) times.set(taken, (times.get(taken) ?? 0) + 1);
  const confusions = [...times].sort(([, a], [, b]) => b - a);
  return { right: answers.length - wrong.length, of: answers.length, confusions };
}

/** Leaving the skill by any of its three ways is leaving it. */
export function isRight({ meant, taken }: Answer): boolean {
  return sameWay(meant) === sameWay(taken);
}

function sameWay(intent: string): string {
  return LEAVING.has(intent) ? 'AMAZON.StopIntent' : intent === 'AMAZON.FallbackIntent' ? OUT_OF_SCOPE : intent;
}

const LEAVING = new Set(['AMAZON.CancelIntent', 'AMAZON.NavigateHomeIntent']);
