import { localTimeAt } from './local-time';
import { playScript, type Stage } from './play-script';
import { readScript } from './script';
import { summaryOf, transcriptOf } from './transcript';

/** Whether a script went well: nothing the platform would hold against the skill, and every expectation met. */
export type PipedOutcome = 'good' | 'broken';

/**
 * Play a script without ever waiting, and print what happens as it happens.
 * @throws ScriptError when the script cannot be read, before anything is played, or when a line of it cannot happen
 */
export async function playPiped(script: string, stage: Stage, print: (line: string) => void): Promise<PipedOutcome> {
  const { alexa, settings } = stage;
  const steps = readScript(script);
  const startedAtMs = alexa.now();
  const { date, time } = localTimeAt(startedAtMs, settings.zone);
  print(`${date} ${time}, ${settings.zone}`);
  alexa.onHappening((happening) => {
    for (const line of transcriptOf(happening, startedAtMs)) print(line);
  });
  const failures = await playScript(steps, stage);
  for (const line of summaryOf(alexa.transcript, failures)) print(line);
  const isBroken = alexa.breaches.some(({ severity }) => severity !== 'caution') || failures.length > 0;
  return isBroken ? 'broken' : 'good';
}
