/**
 * The platform's built-in intents. Fallback and Select answer to no phrase of their own; which phrases the others answer to is
 * a matter of each language's table.
 * Source: "Standard Built-in Intents", developer.amazon.com, sure M.
 */
export const BUILT_IN_INTENTS: ReadonlySet<string> = new Set(
  (
    'Cancel Fallback Help LoopOff LoopOn More NavigateHome NavigateSettings Next No PageDown PageUp Pause Previous Repeat Resume ' +
    'ScrollDown ScrollLeft ScrollRight ScrollUp Select ShuffleOff ShuffleOn StartOver Stop Yes'
  )
    .split(' ')
    .map((name) => `AMAZON.${name}Intent`),
);

/** Tell a built-in intent, which matches only near to the letter, from one of the skill's own. */
export function isBuiltIn(intentName: string): boolean {
  return intentName.startsWith('AMAZON.');
}
