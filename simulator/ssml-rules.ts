import { check as checkSsml } from 'ssml-check-core';
import { breakMs, type SsmlElement, type SsmlReading } from './read-ssml';
import type { Rule } from './rule';

/** A speech that is to be judged, and the locale it is spoken in. */
export interface JudgedSpeech {
  readonly reading: SsmlReading;
  readonly isSsml: boolean;
  readonly locale: string;
}

/** What a speech, whether said at once or as a reprompt, must hold to. */
export const SSML_RULES: readonly Rule<JudgedSpeech>[] = [
  {
    id: 'speech-too-long',
    severity: 'refused',
    source: 'JSON reference: outputSpeech at most 8,000 characters, tags count',
    check: ({ reading }) => tooMany(reading.source.length, 8_000, 'characters'),
  },
  {
    id: 'speech-nearly-too-long',
    severity: 'caution',
    source: 'our own margin below the 8,000 characters of the JSON reference',
    check: ({ reading }) => (reading.source.length <= 8_000 ? tooMany(reading.source.length, 6_000, 'characters') : []),
  },
  {
    id: 'raw-ampersand',
    severity: 'refused',
    source: 'SSML reference: speech is XML, so & < > are escaped',
    check: ({ reading, isSsml }) =>
      isSsml ? [...reading.source.matchAll(RAW_AMPERSAND)].map(({ index }) => quote(reading.source, index)) : [],
  },
  {
    id: 'speech-not-well-formed',
    severity: 'refused',
    source: 'SSML reference: speech is well-formed XML',
    check: ({ reading }) => (reading.fault && !RAW_AMPERSAND_ONCE.test(reading.source) ? [reading.fault] : []),
  },
  {
    id: 'speak-not-the-one-root',
    severity: 'refused',
    source: 'SSML reference: one <speak> around everything, none inside',
    check: ({ reading, isSsml }) => (isSsml && !reading.fault ? wrongRoots(reading.elements) : []),
  },
  {
    id: 'break-too-long',
    severity: 'refused',
    source: 'SSML reference: a break lasts at most 10 s',
    check: ({ reading }) =>
      timedBreaks(reading)
        .filter((time) => (breakMs({ time }) ?? 0) > 10_000)
        .map((time) => `time="${time}"`),
  },
  {
    id: 'break-time-not-understood',
    severity: 'refused',
    source: 'SSML reference: a break\'s time is a number with "s" or "ms"',
    check: ({ reading }) =>
      timedBreaks(reading)
        .filter((time) => breakMs({ time }) === null)
        .map((time) => `time="${time}"`),
  },
  {
    id: 'breaks-side-by-side',
    severity: 'wrong',
    source: 'our own rule: the platform does not promise that neighbouring breaks add up',
    check: ({ reading: { pieces } }) =>
      pieces.flatMap((piece, index) =>
        piece.kind === 'silence' && pieces[index + 1]?.kind === 'silence'
          ? [`after ${wordsBefore(pieces, index)}`]
          : [],
      ),
  },
  {
    id: 'polly-only-tag',
    severity: 'refused',
    source: 'SSML reference: not among the tags of a skill, though Amazon Polly knows them',
    check: ({ reading }) => reading.elements.filter(isPollyOnly).map(({ name }) => `<${name}>`),
  },
  {
    id: 'prosody-out-of-range',
    severity: 'refused',
    source: 'SSML reference: rate 20% to 200%, pitch -33.3% to +50%, volume at most +4.08dB',
    check: ({ reading }) => reading.elements.filter(({ name }) => name === 'prosody').flatMap(outOfRange),
  },
  {
    id: 'too-many-audio-files',
    severity: 'refused',
    source: 'SSML reference: at most 5 <audio> in one response',
    check: ({ reading }) => tooMany(reading.elements.filter(({ name }) => name === 'audio').length, 5, 'audio files'),
  },
  {
    id: 'audio-not-secure',
    severity: 'refused',
    source: 'SSML reference: audio comes over HTTPS or from the sound library',
    check: ({ reading }) =>
      reading.elements
        .filter(({ name, attributes }) => name === 'audio' && !/^(https|soundbank):/.test(attributes.src ?? ''))
        .map(({ attributes }) => `src="${attributes.src ?? ''}"`),
  },
  {
    id: 'tag-or-attribute-unknown',
    severity: 'refused',
    source: 'SSML reference, as ssml-check-core knows it',
    check: ({ reading, isSsml, locale }) => (isSsml && !reading.fault ? unknownTags(reading, locale) : []),
  },
  {
    id: 'voice-unknown',
    severity: 'caution',
    source: 'SSML reference, as ssml-check-core knows it; newer voices may be missing there',
    check: async ({ reading, isSsml, locale }) =>
      isSsml && !reading.fault ? (await faultsOf(reading, locale)).filter(isVoiceName).map(describe) : [],
  },
  {
    id: 'speech-empty',
    severity: 'wrong',
    source: 'certification: a response that speaks says something',
    check: ({ reading: { pieces, fault } }) =>
      fault || pieces.some(({ kind }) => kind !== 'silence') ? [] : ['there is not a word in it'],
  },
];

const RAW_AMPERSAND = /&(?!(?:#\d+|#x[\da-f]+|amp|lt|gt|quot|apos);)/gi;
const RAW_AMPERSAND_ONCE = new RegExp(RAW_AMPERSAND.source, 'i');

const POLLY_ONLY = ['amazon:breath', 'amazon:auto-breaths', 'mark'];

function tooMany(count: number, most: number, what: string): readonly string[] {
  return count > most ? [`${count} ${what}, at most ${most}`] : [];
}

function quote(source: string, index: number): string {
  return `"${source.slice(Math.max(0, index - 20), index + 20)}"`;
}

function wrongRoots(elements: readonly SsmlElement[]): readonly string[] {
  if (elements[0]?.name !== 'speak') return [`the outermost tag is <${elements[0]?.name ?? ''}>`];
  return elements.slice(1).some(({ name }) => name === 'speak') ? ['a <speak> inside another'] : [];
}

function timedBreaks({ elements }: SsmlReading): readonly string[] {
  return elements.flatMap(({ name, attributes }) => (name === 'break' ? [attributes.time ?? ''] : [])).filter(Boolean);
}

function wordsBefore(pieces: SsmlReading['pieces'], index: number): string {
  const words = pieces.slice(0, index).findLast((piece) => piece.kind === 'words');
  return words?.kind === 'words' ? `"${words.text.slice(-40)}"` : 'the beginning';
}

function isPollyOnly({ name, attributes }: SsmlElement): boolean {
  if (POLLY_ONLY.includes(name)) return true;
  return name === 'amazon:effect' && attributes.name !== 'whispered';
}

function outOfRange({ attributes }: SsmlElement): readonly string[] {
  const { rate, pitch, volume } = attributes;
  return [
    ...(isBeyond(rate, '%', 20, 200) ? [`rate="${rate}"`] : []),
    ...(isBeyond(pitch, '%', -33.3, 50) ? [`pitch="${pitch}"`] : []),
    ...(isBeyond(volume, 'dB', Number.NEGATIVE_INFINITY, 4.08) ? [`volume="${volume}"`] : []),
  ];
}

function isBeyond(written: string | undefined, unit: string, least: number, most: number): boolean {
  if (!written?.endsWith(unit)) return false;
  const value = Number(written.slice(0, -unit.length));
  return !(value >= least && value <= most);
}

async function unknownTags(reading: SsmlReading, locale: string): Promise<readonly string[]> {
  const faults = await faultsOf(reading, locale);
  return faults.filter((fault) => !isVoiceName(fault)).map(describe);
}

type Fault = NonNullable<Awaited<ReturnType<typeof checkSsml>>>[number];

/** What ssml-check-core finds, apart from what the other rules tell more exactly. */
async function faultsOf({ source, elements }: SsmlReading, locale: string): Promise<readonly Fault[]> {
  if (elements[0]?.name !== 'speak') return [];
  // A break without attributes is sound, but stops ssml-check-core with an unknown error.
  const checkable = source.replace(/<break\s*\/>/g, '<break strength="medium"/>');
  // It has Japanese under a name of its own.
  const faults = await checkSsml(checkable, { platform: 'amazon', locale: locale === 'ja-JP' ? 'jp-JP' : locale });
  return (faults ?? []).filter(({ type, tag, attribute }) => {
    const toldElsewhere = tag === 'break' ? attribute !== 'strength' : POLLY_ONLY.includes(tag ?? '');
    const isRange =
      tag === 'prosody' && elements.some((element) => element.name === tag && outOfRange(element).length > 0);
    return !toldElsewhere && !isRange && tag !== 'amazon:effect' && type !== 'Too many audio files';
  });
}

function isVoiceName({ tag, attribute }: Fault): boolean {
  return tag === 'voice' && attribute === 'name';
}

function describe({ type, tag, attribute, value }: Fault): string {
  if (!tag) return type;
  return attribute ? `<${tag} ${attribute}="${value ?? ''}">` : `<${tag}>`;
}
