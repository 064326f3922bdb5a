import { text } from 'node:stream/consumers';
import type { LogEntry } from '../lambda/core/ports';
import { DataFolderError } from './embedded-database';
import { BrokenModelError } from './interaction-model';
import { type ConversationEnd, converse } from './interactive';
import { localTimeAt } from './local-time';
import { findLoudspeaker, type Loudspeaker } from './loudspeaker';
import { forgetEverything, LOCALES, type MyBackRoutine, openMyBackRoutine } from './my-back-routine';
import { type PipedOutcome, playPiped } from './piped';
import { ScriptError } from './script';
import { readTerminalOptions, type TerminalOptions, USAGE } from './terminal-options';
import type { Voice } from './voice';

/** What the shell is told. */
const EXIT = { good: 0, left: 0, broken: 1, unusable: 2, interrupted: 130 } as const;

const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

/** The signal that asked us to stop, once one has. */
let stoppedBy: (typeof SIGNALS)[number] | null = null;

async function main(): Promise<number> {
  const invocation = readTerminalOptions(process.argv.slice(2), {
    nowMs: Date.now(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    dataFolder: '.simulator',
    locales: LOCALES,
  });
  switch (invocation.kind) {
    case 'help':
      console.log(USAGE);
      return EXIT.good;
    case 'mistake':
      console.error(`${invocation.problem}\n\n${USAGE}`);
      return EXIT.unusable;
    case 'run':
      return run(invocation.options);
  }
}

async function run(options: TerminalOptions): Promise<number> {
  const { dataFolder, startMs, zone, locale, person } = options;
  // A script is read to its end before anything is opened: a pipe that never ends must not hold the database.
  const script = process.stdin.isTTY ? null : await text(process.stdin);
  // The SDK's advice about Node versions is for whoever deploys, not for her.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  if (options.fresh) await forgetEverything(dataFolder);
  const routine = await openMyBackRoutine({ dataFolder, startMs, zone, locale });
  try {
    routine.alexa.as(person);
    if (script !== null) routine.onLog((entry) => console.error(logLine(entry)));
    const work = script === null ? talk(routine, options) : playPiped(script, routine, console.log);
    return EXIT[await untilStopped<ConversationEnd | PipedOutcome>(work)];
  } finally {
    await routine.close();
  }
}

async function talk(
  routine: MyBackRoutine,
  { fast, speak, zone, locale, startMs }: TerminalOptions,
): Promise<ConversationEnd> {
  const { date, time } = localTimeAt(startMs, zone);
  console.log(`My Back Routine, in a local Alexa. It is ${time} on ${date}, ${zone}.`);
  console.log(`Type what you would say to Alexa, for instance: ${routine.opening}`);
  console.log('While she speaks, typing interrupts her. :help shows more, :quit leaves.');
  let show: (line: string) => void = console.log;
  const loudspeaker = speak ? loudspeakerOrExplain(voiceFor(locale), (problem) => show(`  (${problem})`)) : null;
  const desk = { input: process.stdin, output: process.stdout, isScreen: process.stdout.isTTY };
  const stored = async () => (await routine.stored()).map((item) => JSON.stringify(item));
  const onRemark = (inPlace: typeof show) => {
    show = inPlace;
    routine.onLog((entry) => show(logLine(entry)));
  };
  return converse(routine, desk, { fast, loudspeaker, stored, onRemark });
}

function logLine({ level, code, detail }: LogEntry): string {
  return `  (log) ${level}: ${code}${detail ? ` ${JSON.stringify(detail)}` : ''}`;
}

function voiceFor(locale: string): Voice {
  return locale.startsWith('es') ? 'es-419' : 'en-us';
}

function loudspeakerOrExplain(voice: Voice, explain: (problem: string) => void): Loudspeaker | null {
  const found = findLoudspeaker(voice, explain);
  if (found.kind === 'found') return found.loudspeaker;
  explain(found.problem);
  return null;
}

/** Wait for something, or for a signal to stop; what is saved by then is saved. */
function untilStopped<T>(work: Promise<T>): Promise<T | 'interrupted'> {
  const stopped = new Promise<'interrupted'>((resolve) => {
    for (const signal of SIGNALS) {
      process.once(signal, () => {
        stoppedBy = signal;
        resolve('interrupted');
      });
    }
  });
  return Promise.race([work, stopped]);
}

/** Say what went wrong: what a person at the terminal can mend in a line, a fault of ours with its stack. */
function exitCodeOf(error: unknown): number {
  const isMendable = [ScriptError, DataFolderError, BrokenModelError].some((kind) => error instanceof kind);
  console.error(isMendable ? (error as Error).message : error);
  return isMendable ? EXIT.unusable : EXIT.broken;
}

// When whoever reads the output goes away, the story is still played to its end, unseen.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!['EPIPE', 'EIO'].includes(error.code ?? '')) throw error;
  });
}

void main()
  .catch(exitCodeOf)
  .then((code) => {
    // To die of the signal tells the shell so, and does not touch a terminal that may be gone.
    if (stoppedBy) process.kill(process.pid, stoppedBy);
    // Not left to itself: the keyboard would keep the process alive.
    else process.exit(code);
  });
