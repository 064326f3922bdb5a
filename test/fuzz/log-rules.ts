import type { LogEntry } from '../../lambda/core/ports';
import { SYMPTOMS } from '../../lambda/core/safety/symptom';
import { HER_WORD } from './hostile';

/** Ids and tokens of the platform, keys that are made of them, and words of hers. */
const HERS = new RegExp(`amzn1|local-token|local-reminder|person-|account-|DAY#|${HER_WORD}`, 'i');

const CODE = /^[a-z]+(-[a-z]+)*$/;

/**
 * A place in the code. `detailOf` in lambda/skill.ts takes the first thing in the stack that looks like one, and so whatever ends an error's
 * message like one; that it may be a time she said is the fault that this excuses.
 */
const KNOWN_PLACE = /^([\w.-]+\.(ts|js|mjs):\d+:\d+|unknown)$/;

/** What a detail may be named, and how its value may look. */
const DETAILS: Readonly<Record<string, RegExp>> = {
  trouble: CODE,
  reason: /^([a-z]+(-[a-z]+)*|\d{3})$/,
  item: /^(profile|day)$/,
  doing: /^(set|cancel)$/,
  error: /^[A-Z][A-Za-z]*Error$/,
  at: KNOWN_PLACE,
};

/** Everything in a log line that is more than codes. */
export function faultsInLog(entry: LogEntry): readonly string[] {
  const { level, code, detail = {}, ...more } = entry;
  const values = Object.entries(detail).map(([name, value]) => [name, String(value)] as const);
  return [
    ...(['info', 'warn', 'error'].includes(level) ? [] : [`level ${level}`]),
    ...(CODE.test(code) ? [] : [`code ${code}`]),
    ...Object.keys(more),
    ...values.filter(([name, value]) => !DETAILS[name]?.test(value)).map(([name, value]) => `${name}: ${value}`),
    ...[code, ...values.map(([, value]) => value)].filter((value) => (SYMPTOMS as readonly string[]).includes(value)),
    ...(HERS.test(JSON.stringify(entry)) ? [JSON.stringify(entry)] : []),
  ];
}
