import type { Chance } from './chance';

/** Somebody who practises, and how she goes about it. */
export interface Listener {
  readonly userId: string;
  /** Null where her voice is not known. */
  readonly personId: string | null;
  readonly locale: string;
  /** Where her devices are, as an IANA time zone. */
  readonly zone: string;
  /** When she first comes, in epoch milliseconds. */
  readonly startsAtMs: number;
  /** On how many days she comes. */
  readonly visits: number;
  readonly stops: 'each-exercise' | 'each-set' | 'straight-through';
  /** In which share of the segments she is interrupted. */
  readonly interrupted: number;
  /** After which share of the segments she asks or says something else first. */
  readonly talkative: number;
  readonly hasTwoDevices: boolean;
  /** Whether she has everything deleted in the end. */
  readonly leavesForGood: boolean;
}

/** Invent a listener. `number` makes her another account than anybody else in the run. */
export function inventListener(number: number, chance: Chance): Listener {
  const { locale, zones } = pickByShare(LOCALES, chance);
  return {
    userId: `amzn1.ask.account.LOAD${number}`,
    personId: chance.happens(0.15) ? `amzn1.ask.person.LOAD${number}` : null,
    locale,
    zone: chance.oneOf(zones),
    startsAtMs: FIRST_DAY_MS + chance.below(DAY_MS),
    visits: pickByShare(VISITS, chance).visits,
    stops: pickByShare(STOPS, chance).stops,
    interrupted: chance.oneOf([0.05, 0.1, 0.1, 0.3]),
    talkative: chance.oneOf([0.05, 0.1, 0.1, 0.4]),
    hasTwoDevices: chance.happens(0.1),
    leavesForGood: chance.happens(0.02),
  };
}

const DAY_MS = 86_400_000;

const FIRST_DAY_MS = Date.parse('2026-11-23T00:00:00Z');

/** All shares below are assumptions: nobody has practised yet. They add up to 1. */
const LOCALES = [
  {
    share: 0.7,
    locale: 'en-US',
    zones: ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'],
  },
  { share: 0.1, locale: 'es-US', zones: ['America/Los_Angeles', 'America/Chicago', 'America/New_York'] },
  { share: 0.08, locale: 'en-GB', zones: ['Europe/London'] },
  { share: 0.05, locale: 'en-CA', zones: ['America/Toronto', 'America/Vancouver', 'America/St_Johns'] },
  { share: 0.04, locale: 'en-AU', zones: ['Australia/Sydney', 'Australia/Perth'] },
  { share: 0.03, locale: 'en-IN', zones: ['Asia/Kolkata'] },
] as const;

/** Some try it once; some have more days behind them than one read brings. */
const VISITS = [
  { share: 0.4, visits: 1 },
  { share: 0.3, visits: 2 },
  { share: 0.2, visits: 4 },
  { share: 0.1, visits: 12 },
] as const;

const STOPS = [
  { share: 0.8, stops: 'each-exercise' },
  { share: 0.1, stops: 'each-set' },
  { share: 0.1, stops: 'straight-through' },
] as const;

function pickByShare<T extends { readonly share: number }>(rows: readonly T[], chance: Chance): T {
  const place = chance.below(1_000) / 1_000;
  let reached = 0;
  const found = rows.find(({ share }) => {
    reached += share;
    return place < reached;
  });
  return found ?? chance.oneOf(rows);
}
