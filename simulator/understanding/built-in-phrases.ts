/**
 * The platform's built-in intents, each with the phrases that the English documentation lists as its common utterances.
 * An intent without phrases here is known, but answers only to the samples a model adds.
 * Source: "Standard Built-in Intents", developer.amazon.com; the list there is said to be a part of what matches, sure M.
 */
export const BUILT_IN_PHRASES: Readonly<Record<string, readonly string[]>> = {
  'AMAZON.CancelIntent': ['cancel', 'never mind', 'forget it'],
  'AMAZON.FallbackIntent': [],
  'AMAZON.HelpIntent': ['help', 'help me', 'can you help me'],
  'AMAZON.LoopOffIntent': ['loop off'],
  'AMAZON.LoopOnIntent': ['loop', 'loop on', 'keep repeating this song'],
  'AMAZON.MoreIntent': ['more'],
  'AMAZON.NavigateHomeIntent': ['home', 'go home'],
  'AMAZON.NavigateSettingsIntent': ['settings'],
  'AMAZON.NextIntent': ['next', 'skip', 'skip forward'],
  'AMAZON.NoIntent': ['no', 'no thanks'],
  'AMAZON.PageDownIntent': ['page down'],
  'AMAZON.PageUpIntent': ['page up'],
  'AMAZON.PauseIntent': ['pause', 'pause that'],
  'AMAZON.PreviousIntent': ['go back', 'skip back', 'back up'],
  'AMAZON.RepeatIntent': ['repeat', 'say that again', 'repeat that'],
  'AMAZON.ResumeIntent': ['resume', 'continue', 'keep going'],
  'AMAZON.ScrollDownIntent': ['scroll down'],
  'AMAZON.ScrollLeftIntent': ['scroll left'],
  'AMAZON.ScrollRightIntent': ['scroll right'],
  'AMAZON.ScrollUpIntent': ['scroll up'],
  'AMAZON.SelectIntent': [],
  'AMAZON.ShuffleOffIntent': ['stop shuffling', 'shuffle off', 'turn off shuffle'],
  'AMAZON.ShuffleOnIntent': ['shuffle', 'shuffle on', 'shuffle the music', 'shuffle mode'],
  'AMAZON.StartOverIntent': ['start over', 'restart', 'start again'],
  'AMAZON.StopIntent': ['stop', 'off', 'shut up'],
  'AMAZON.YesIntent': ['yes', 'yes please', 'sure'],
};

/** Tell a built-in intent, which matches only near to the letter, from one of the skill's own. */
export function isBuiltIn(intentName: string): boolean {
  return intentName.startsWith('AMAZON.');
}
