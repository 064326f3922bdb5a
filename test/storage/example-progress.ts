import type { ListenerKey } from '../../lambda/core/ports';
import type { Day, Profile } from '../../lambda/core/session/progress';
import { localDate } from '../../lambda/core/streak/local-date';

/** Whose items the fixtures are. As long as a SHA-256 in hexadecimal, which keys are. */
export const EXAMPLE_LISTENER = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' as ListenerKey;

export const EXAMPLE_PROFILE: Profile = {
  delivery: { stops: 'each-set', guidance: 'brief', pace: 'slower', plankHoldMs: 20_000 },
  difficulty: {
    'bridge-abduction-adduction': 'standard',
    'bridge-march': 'harder',
    'donkey-kicks': 'easier',
    'elevated-plank': 'standard',
  },
  disclaimerHeardOn: localDate('2026-11-02'),
  pauses: [{ from: localDate('2026-11-10'), through: localDate('2026-11-12') }],
  reminder: { token: 'a-reminder-token', time: { hour: 7, minute: 30 } },
};

/** In the middle of the routine: donkey kicks, second leg, being spoken. */
export const EXAMPLE_DAY: Day = {
  date: localDate('2026-11-22'),
  zone: 'America/New_York',
  changedAtMs: 1_795_350_123_456,
  setsDone: {
    'bridge-abduction-adduction': [0, 1],
    'bridge-march': [0, 1],
    'donkey-kicks': [0],
    'elevated-plank': [],
  },
  skipped: ['elevated-plank'],
  activeMs: 251_000,
  counts: false,
  nextLeadSide: 'left',
  before: {
    days: 4,
    longest: 6,
    total: 11,
    firstDone: localDate('2026-11-02'),
    lastDone: localDate('2026-11-21'),
    forgiven: localDate('2026-11-19'),
  },
  told: { total: 7, spanDays: 12 },
  quiet: true,
  checkpoint: {
    plan: {
      purpose: 'short',
      exercises: [
        { id: 'bridge-abduction-adduction', sets: [0, 1], difficulty: 'standard' },
        { id: 'bridge-march', sets: [0, 1], difficulty: 'harder' },
        { id: 'donkey-kicks', sets: [0, 1], difficulty: 'easier' },
        { id: 'elevated-plank', sets: [0, 1, 2], difficulty: 'standard' },
      ],
      leadSide: 'right',
      delivery: { stops: 'each-set', guidance: 'brief', pace: 'slower', plankHoldMs: 20_000 },
      quiet: true,
      wording: 7,
    },
    at: { exercise: 2, set: 1, part: 'work' },
    repsDone: 0,
    speakingSinceMs: 1_795_350_120_000,
  },
};

/** The example day on another date. */
export function dayOn(date: string): Day {
  return { ...EXAMPLE_DAY, date: localDate(date) };
}
