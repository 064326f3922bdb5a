import type { ResponseEnvelope } from 'ask-sdk-model';
import { spanish } from '../../lambda/core/speech/spanish/spanish';
import { speechMs } from '../../lambda/core/speech/speech-length';
import { wordsFor } from '../../lambda/core/speech/words-for';
import { isInvitation } from '../../simulator/alexas-own-words';
import { judge } from '../../simulator/platform-rules';
import { readSpeech } from '../../simulator/playback';
import { spokenText } from '../../simulator/read-ssml';
import { breachesOf } from '../../simulator/rule';
import { SSML_RULES } from '../../simulator/ssml-rules';

/** An answer as it came over the wire, and what it answers. */
export interface FuzzedAnswer {
  readonly requestType: string;
  readonly locale: unknown;
  readonly interfaces: readonly string[];
  readonly answeredInMs: number;
  readonly envelope: ResponseEnvelope;
  /** Of the envelope as it came. */
  readonly bytes: number;
}

/**
 * Rules that ask ssml-check-core, which takes longer than all others together. They look at nothing but tags: an answer is held against them when
 * a tag is in it that was not seen before, digits aside.
 */
const SLOW_RULES: ReadonlySet<string> = new Set(['tag-or-attribute-unknown', 'voice-unknown']);
const QUICK_SSML_RULES = SSML_RULES.filter(({ id }) => !SLOW_RULES.has(id));

const tagsSeen = new Set<string>();

/**
 * Everything in which an answer breaks the platform's rules, or those of an open microphone; cautions are breaches here. She may hear the language
 * of the session or, where the session is of no use, that of the request: where they differ, one of them must be right.
 */
export async function faultsOf(answer: FuzzedAnswer): Promise<readonly string[]> {
  const faults = await Promise.all(spokenLocales(answer).map((locale) => faultsIn(answer, locale)));
  return faults.find(({ length }) => length === 0) ?? faults[0] ?? [];
}

async function faultsIn(answer: FuzzedAnswer, locale: string): Promise<readonly string[]> {
  const { outputSpeech, reprompt } = answer.envelope.response;
  const [said, again] = [readSpeech(outputSpeech), readSpeech(reprompt?.outputSpeech)];
  const judged = { ...answer, locale, outcome: { kind: 'answered', envelope: answer.envelope } as const, speechLength };
  const newTags = [said, again].flatMap(newTagsIn);
  const breaches =
    newTags.length > 0
      ? await judge(judged)
      : [
          ...(await judge({ ...judged, outcome: { kind: 'answered', envelope: asPlainText(answer, said, again) } })),
          ...(await breachesOfMarkup(said, locale)),
          ...(await breachesOfMarkup(again, locale)),
        ];
  if (breaches.length === 0) for (const tag of newTags) tagsSeen.add(tag);
  return [
    ...breaches.map(({ rule, detail }) => `${rule}: ${detail}`),
    ...(answer.bytes > 24_000 ? [`response-too-big: ${answer.bytes} bytes`] : []),
    ...(reprompt && !invites(wordsIn(again), locale) ? ['the reprompt neither asks nor invites'] : []),
  ];
}

function spokenLocales({ envelope, locale }: FuzzedAnswer): readonly string[] {
  const { state } = (envelope.sessionAttributes ?? {}) as { readonly state?: { readonly locale?: unknown } | null };
  // A request that names none is apologised to in English.
  const spoken = [state?.locale, typeof locale === 'string' ? locale : 'en-US'].filter(
    (each) => typeof each === 'string',
  );
  return [...new Set(spoken.map((each) => (wordsFor(each) === spanish ? 'es-US' : 'en-US')))];
}

const speechLength = (text: string) => speechMs(text, wordsFor('en-US').speech);

type Reading = ReturnType<typeof readSpeech>;

function newTagsIn(read: Reading): readonly string[] {
  const tags = read?.source.match(/<[^>]*>/g) ?? [];
  return [...new Set(tags.map((tag) => tag.replace(/\d+/g, '9')))].filter((tag) => !tagsSeen.has(tag));
}

/** The same words as plain text, of which the rules for markup ask nothing; how big the answer is was looked at before. */
function asPlainText({ envelope }: FuzzedAnswer, said: Reading, again: Reading): ResponseEnvelope {
  const { outputSpeech: _, reprompt, ...response } = envelope.response;
  return {
    version: envelope.version,
    response: {
      ...response,
      ...(said && { outputSpeech: { type: 'PlainText', text: wordsIn(said) } }),
      ...(reprompt && { reprompt: { ...reprompt, outputSpeech: { type: 'PlainText', text: wordsIn(again) } } }),
    },
  };
}

function wordsIn(read: Reading): string {
  return spokenText(read?.pieces ?? []);
}

/** The skill writes nothing but SSML. */
async function breachesOfMarkup(read: Reading, locale: string) {
  return read ? breachesOf(QUICK_SSML_RULES, { reading: read, isSsml: true, locale }) : [];
}

function invites(words: string, locale: string): boolean {
  return /\?["'”’)]*$/.test(words) || isInvitation(words.split(/(?<=[.!?])\s+/).at(-1) ?? '', locale);
}
