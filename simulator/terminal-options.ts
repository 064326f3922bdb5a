import { parseArgs } from 'node:util';
import { isZone, momentOf } from './local-time';

/** How the terminal was asked to behave. */
export interface TerminalOptions {
  readonly fast: boolean;
  readonly speak: boolean;
  readonly fresh: boolean;
  readonly dataFolder: string;
  /** IANA name. */
  readonly zone: string;
  /** What is spoken, such as `en-US`. */
  readonly locale: string;
  /** When the story begins, in epoch milliseconds. */
  readonly startMs: number;
  readonly person: string | null;
}

/** What an invocation comes to. */
export type TerminalInvocation =
  | { readonly kind: 'run'; readonly options: TerminalOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'mistake'; readonly problem: string };

export const USAGE = `Usage: npm start -- [options]

Talk to My Back Routine as to an Echo. With input from a pipe, plays it as a script; see simulator/README.md.

  --fast               do not wait while Alexa speaks
  --at TIME            begin at a local time, such as 2026-11-22T07:00 (now)
  --timezone ZONE      where the Echo stands, such as Europe/London (this computer's)
  --locale LOCALE      what is spoken, such as es-US (en-US)
  --person NAME        a voice that Alexa recognises (nobody's)
  --speak              say aloud what Alexa says, with espeak-ng
  --data DIR           where progress is kept (.simulator)
  --fresh              forget all progress first
  --help               show this`;

/** What is taken from the surroundings where no option says otherwise. */
export interface Surroundings {
  readonly nowMs: number;
  readonly zone: string;
  readonly dataFolder: string;
  /** What can be spoken. */
  readonly locales: readonly string[];
}

/** Read the words behind `npm start --`. */
export function readTerminalOptions(words: readonly string[], surroundings: Surroundings): TerminalInvocation {
  try {
    const { values } = parseArgs({ args: [...words], options: OPTIONS });
    return values.help ? { kind: 'help' } : readValues(values, surroundings);
  } catch (error) {
    return mistake(error instanceof Error ? error.message : String(error));
  }
}

const OPTIONS = {
  fast: { type: 'boolean' },
  at: { type: 'string' },
  timezone: { type: 'string' },
  locale: { type: 'string' },
  person: { type: 'string' },
  speak: { type: 'boolean' },
  data: { type: 'string' },
  fresh: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

function readValues(values: Values, surroundings: Surroundings): TerminalInvocation {
  const zone = values.timezone ?? surroundings.zone;
  if (!isZone(zone)) return mistake(`--timezone ${zone} is not known; write it as Europe/London`);
  const { locale = 'en-US' } = values;
  if (!surroundings.locales.includes(locale))
    return mistake(`--locale ${locale} is not spoken here; use ${surroundings.locales.join(', ')}`);
  const [date = '', time = ''] = (values.at ?? '').split(/[T ]/);
  const startMs = values.at === undefined ? surroundings.nowMs : momentOf({ date, time }, zone);
  if (startMs === null) return mistake(`--at ${values.at} is no local time; write it as 2026-11-22T07:00`);
  if (values.person === '') return mistake('--person needs a name');
  if (values.data === '') return mistake('--data needs a folder');
  const { fast = false, speak = false, fresh = false, data = surroundings.dataFolder, person = null } = values;
  return { kind: 'run', options: { fast, speak, fresh, dataFolder: data, zone, locale, startMs, person } };
}

function mistake(problem: string): TerminalInvocation {
  return { kind: 'mistake', problem };
}
