import '../../support/seed';
import fc from 'fast-check';
import { SYMPTOMS, type Symptom } from '../../../lambda/core/safety/symptom';
import type { Profile } from '../../../lambda/core/session/progress';
import { lineText } from '../../../lambda/core/speech/line-text';
import { wordsFor } from '../../../lambda/core/speech/words-for';
import {
  type Conversation,
  converse,
  expectAProperEnding,
  IDS,
  inTheKicks,
  inTheMarch,
  listener,
  type Said,
} from '../../support/converse';

const HOUR_MS = 3_600_000;

/** Every place in a conversation, and at some of them every kind of moment. */
const STAGES: Readonly<Record<string, () => Conversation>> = {
  'she has never been here': () => converse({ profile: null }),
  'a new day has begun': () => converse(),
  'she was just welcomed': () => after(converse({ profile: null }), 'launch'),
  'the routine was offered': () => after(converse(), 'help'),
  'going on was offered': () => after(pausedInTheMarch().ends('cut-off').waits(HOUR_MS).returns(), 'launch'),
  'a set-up is being spoken': () => after(converse(), 'launch').hears(5),
  'a lead-in is being spoken': () => inTheMarch().hears(3),
  'she is in set one of the march': () => inTheMarch().hears(34),
  'she rests': () => inTheMarch().hears(60),
  'she is in set two of the march': () => inTheMarch().hears(100),
  'she is in the last rep of the march': () => inTheMarch().hears(115),
  'a segment has ended, and she is waited for': () => inTheMarch().hearsOut(),
  'she paused in the march': () => pausedInTheMarch(),
  'she paused in the march, an hour ago': () => pausedInTheMarch().ends('cut-off').waits(HOUR_MS).returns(),
  'the whole routine has ended': () => inThePlanks().hearsOut(),
  'today is done': () => doneToday(),
  'doing it again was offered': () => after(doneToday(), 'launch'),
  'the power went in the kicks, an hour ago': () => powerCutInTheKicks(),
  'she was asked whether she finished the kicks': () => after(powerCutInTheKicks(), 'launch'),
  'she was asked which exercise to explain': () => after(inTheMarch().hears(100), 'instructions:several'),
  'she was asked to confirm that she did it already': () => after(converse(), 'log-routine'),
  'she was asked for how many days to pause': () => pausing(inTheMarch().hears(100)),
  'she was asked when to remind her': () => reminding(inTheMarch().hears(100), false),
  'the platform asks her for its permission': () => reminding(inTheMarch().hears(100), true),
  'she was asked about which topic': () => askingAboutHerBack(converse()),
  'she was asked how it feels': () => hurting(inTheMarch().hears(100)),
  'she was asked for the easier form': () => withSharpPain(inTheMarch().hears(100)),
};

const EVERY_STAGE = Object.entries(STAGES);

describe('what needs help now', () => {
  it.each(EVERY_STAGE)('ends the session with where to get it, and offers no return, when %s', (_, make) => {
    const her = make();
    expect(feels(her, 'chest-pain')).toBe('get-help bye');
    expect(her.lines('get-help')).toEqual([{ kind: 'get-help', advice: 'emergency' }]);
  });

  it.each(EVERY_STAGE)('keeps of her what "stop" would have kept, to the letter, when %s', (_, make) => {
    const stopped = make();
    const helped = stopped.fork();
    stopped.says('stop');
    feels(helped, 'heavy-bleeding', 9);
    expect(helped.today).toEqual(stopped.today);
    expect(helped.state.profile).toEqual(stopped.state.profile);
    expect(helped.day('2026-11-22')).toEqual(stopped.day('2026-11-22'));
  });

  it.each<readonly [Symptom, string]>([
    ['leg-swollen', 'medical-care'],
    ['fever', 'maternity-service'],
    ['legs-numb', 'emergency-department'],
    ['self-harm', 'crisis'],
  ])('names the right help for %s: %s', (symptom, advice) => {
    const her = converse();
    feels(her, symptom);
    expect(her.lines('get-help')).toEqual([{ kind: 'get-help', advice }]);
  });

  it('keeps her place for another day or hour', () => {
    const her = inTheMarch().hears(100);
    feels(her, 'dizzy');
    her.waits(HOUR_MS).returns();
    expect(her.says('launch')).toBe('you-were-at ask-go-on?');
    expect(her.lines('you-were-at')).toMatchObject([{ where: { exercise: IDS.march, set: 2, repsDone: 5 } }]);
  });

  it('takes no harmless score for an excuse', () => {
    expect(feels(inTheMarch().hears(100), 'chest-pain', 1)).toBe('get-help bye');
  });
});

describe('what must stop an exercise', () => {
  it.each(['leaking', 'doming', 'sharp-pain', 'wrist-pain'] as const)(
    'stops it, and leaves her the choice: %s',
    (symptom) => {
      const her = inTheMarch().hears(100);
      expect(feels(her, symptom)).toBe('stop-exercise ask-easier-or-skip?');
      const question = { kind: 'ask-easier-or-skip', exercise: IDS.march };
      expect(her.lines('ask-easier-or-skip')).toEqual([question, question]);
    },
  );

  it('goes on with the easier form of the same set when she wants it', () => {
    const her = withSharpPain(inTheMarch().hears(100));
    expect(her.says('yes')).toBe('difficulty-changed [march set 2] say-ready?');
    expect(her.today.checkpoint?.plan.exercises[1]).toMatchObject({ id: IDS.march, difficulty: 'easier' });
  });

  it.each(['skip', 'skip:march'] as const)('leaves it out when she says "%s"', (said) => {
    expect(withSharpPain(inTheMarch().hears(100)).says(said)).toBe('skipped [kicks set-up] say-ready?');
  });

  it('is no reason to lead her back to it: with no to both, that is all for now', () => {
    const her = withSharpPain(inTheMarch().hears(100));
    expect(her.says('no')).toBe('kept bye');
    expect(her.today.skipped).toEqual([]);
  });

  it('offers to skip or to stop where she does the easier form already', () => {
    const her = inTheEasierMarch();
    expect(feels(her, 'heaviness')).toBe('stop-exercise ask-skip-or-stop?');
    expect(her.fork().says('yes')).toBe('skipped [kicks set-up] say-ready?');
    expect(her.fork().says('skip')).toBe('skipped [kicks set-up] say-ready?');
    expect(her.fork().says('no')).toBe('kept bye');
    expect(her.fork().says('stop')).toBe('kept bye');
  });

  it('asks nothing about an exercise that is just over, and leads on to the next one', () => {
    const her = inTheMarch().hears(115);
    expect(feels(her, 'cramp')).toBe('stop-exercise say-ready-to-go-on?');
    expect(her.lines('say-ready-to-go-on')[0]?.where.exercise).toBe(IDS.kicks);
    expect(her.done).toBe('knees 1 2, march 1 2');
  });

  it('mentions a professional the second time in a session, and not before', () => {
    const her = withSharpPain(inTheMarch().hears(100));
    her.says('skip');
    expect(feels(her.hears(20), 'leaking')).toBe('stop-exercise see-a-professional ask-easier-or-skip?');
    expect(her.state.stoppedExercises).toBe(2);
  });

  it('forgets by the next session that it happened', () => {
    const her = withSharpPain(inTheMarch().hears(100));
    her.says('no');
    her.waits(HOUR_MS).returns();
    expect(her.state.stoppedExercises).toBe(0);
    expect(feels(her, 'leaking')).toBe('stop-exercise ask-easier-or-skip?');
  });

  it.each([
    'she has never been here',
    'a new day has begun',
    'she was just welcomed',
    'the routine was offered',
    'the whole routine has ended',
    'today is done',
    'doing it again was offered',
    'the power went in the kicks, an hour ago',
    'she was asked whether she finished the kicks',
  ])('means rest for today, and no question, when %s', (stage) => {
    const her = at(stage);
    expect(feels(her, 'pain-down-leg')).toBe('rest-today see-a-professional bye');
  });

  it('leaves what is unknown about her place to be asked another time', () => {
    const her = powerCutInTheKicks();
    feels(her, 'pain-down-leg');
    expect(her.waits(HOUR_MS).returns().says('launch')).toBe('ask-finished?');
  });

  it('has no cheer after it: what she reached with the day is told another time', () => {
    const her = converse({ at: '2026-11-20T07:30-05:00' });
    her.saysAll('log-routine', 'yes');
    her.isNow('2026-11-21T07:30-05:00').returns().saysAll('log-routine', 'yes');
    inThePlanks(her.isNow('2026-11-22T07:30-05:00').returns()).hearsOut();
    expect(feels(her, 'sharp-pain')).toBe('rest-today see-a-professional bye');
    expect(her.today.counts).toBe(true);
    expect(her.waits(HOUR_MS).returns().says('streak')).toBe('streak milestone bye');
  });
});

describe('what only wants to be softer', () => {
  it('leads back to the same set, and never pushes', () => {
    const her = inTheMarch().hears(100);
    expect(feels(her, 'shaking')).toBe('soften say-ready-to-go-on?');
    expect(her.lines('say-ready-to-go-on')).toMatchObject([{ where: { exercise: IDS.march, set: 2, repsDone: 5 } }]);
    expect(her.state.stoppedExercises).toBe(0);
    expect(her.says('ready')).toBe('picking-up [march set 2] say-ready?');
  });

  it.each([
    ['she has never been here', 'soften ask-start?'],
    ['she was just welcomed', 'soften say-im-ready?'],
    ['going on was offered', 'soften ask-go-on?'],
    ['today is done', 'soften bye'],
    ['she was asked whether she finished the kicks', 'soften ask-finished?'],
    ['the whole routine has ended', 'soften finished bye'],
  ])('leads back when %s: %s', (stage, heard) => {
    expect(feels(at(stage), 'tired-muscles')).toBe(heard);
  });
});

describe('"it hurts"', () => {
  it.each(EVERY_STAGE.filter(([stage]) => stage !== 'she was asked how it feels'))(
    'is asked about once when %s',
    (_, make) => {
      expect(feels(make(), 'hurts')).toBe('ask-how-it-feels?');
    },
  );

  it.each<readonly [string, Symptom | 'unknown' | undefined, number | 'unknown' | undefined]>([
    ['with nothing more', undefined, undefined],
    ['with a word we do not know', 'unknown', undefined],
    ['with a number we do not know', undefined, 'unknown'],
    ['with a number below nothing', undefined, -1],
  ])('is asked about %s', (_, symptom, score) => {
    expect(feels(inTheMarch().hears(100), symptom, score)).toBe('ask-how-it-feels?');
  });

  it.each<readonly [Said, string]>([
    ['yes', 'stop-exercise ask-easier-or-skip?'],
    ['no', 'soften say-ready-to-go-on?'],
    ['fallback', 'stop-exercise ask-easier-or-skip?'],
  ])('is answered by "%s" with: %s', (said, heard) => {
    expect(hurting(inTheMarch().hears(100)).says(said)).toBe(heard);
  });

  it.each<readonly [Symptom | 'unknown' | undefined, number | 'unknown' | undefined, string]>([
    ['sharp-pain', undefined, 'stop-exercise ask-easier-or-skip?'],
    ['tired-muscles', undefined, 'soften say-ready-to-go-on?'],
    ['breathless', undefined, 'get-help bye'],
    [undefined, 2, 'soften say-ready-to-go-on?'],
    [undefined, 8, 'rest-today see-a-professional bye'],
    ['hurts', undefined, 'stop-exercise ask-easier-or-skip?'],
    ['unknown', 'unknown', 'stop-exercise ask-easier-or-skip?'],
    [undefined, -3, 'stop-exercise ask-easier-or-skip?'],
  ])('is answered by %s and %s with: %s', (symptom, score, heard) => {
    expect(feels(hurting(inTheMarch().hears(100)), symptom, score)).toBe(heard);
  });

  it.each<readonly [Said, string]>([
    ['pause', 'no-rush ask-how-it-feels?'],
    ['streak', 'streak ask-how-it-feels?'],
    ['topic:safety', 'back-pain ask-how-it-feels?'],
    ['help', 'help-during ask-how-it-feels?'],
  ])('is asked about again after "%s", and only then leads on to her place', (said, answer) => {
    const her = inTheMarch().hears(100);
    her.says('report-pain');
    expect(her.says(said)).toBe(answer);
    expect(her.says('no')).toBe('soften say-ready-to-go-on?');
    expect(her.says('ready')).toBe('picking-up [march set 2] say-ready?');
  });

  it('is answered by a bare number, which is no wish for minutes then', () => {
    const her = hurting(inTheMarch().hears(100));
    expect(her.happens({ kind: 'start-routine', minutes: { kind: 'value', value: 7 }, atMs: her.nowMs })).toBe(
      'rest-today see-a-professional bye',
    );
  });

  it('means rest for today outside a routine, when it is sharp or strong', () => {
    expect(hurting(converse()).says('yes')).toBe('rest-today see-a-professional bye');
  });
});

describe('a score', () => {
  it.each([
    [3, 'soften say-ready-to-go-on?'],
    [4, 'stop-exercise ask-easier-or-skip?'],
    [6, 'rest-today see-a-professional bye'],
    [11, 'rest-today see-a-professional bye'],
  ])('of %d is answered with: %s', (score, heard) => {
    expect(feels(inTheMarch().hears(100), undefined, score)).toBe(heard);
  });

  it.each<readonly [Symptom, number, string]>([
    ['tired-muscles', 7, 'rest-today see-a-professional bye'],
    ['sharp-pain', 1, 'stop-exercise ask-easier-or-skip?'],
    ['hurts', 2, 'soften say-ready-to-go-on?'],
    ['leaking', -1, 'stop-exercise ask-easier-or-skip?'],
  ])('beside %s, of %d, gives way to the more serious: %s', (symptom, score, heard) => {
    expect(feels(inTheMarch().hears(100), symptom, score)).toBe(heard);
  });

  it('of six keeps her place, with the reps she did', () => {
    const her = inTheMarch().hears(100);
    feels(her, undefined, 6);
    expect(her.waits(HOUR_MS).returns().says('ready')).toBe('picking-up position [march set 2] say-ready?');
  });
});

describe('whatever she feels', () => {
  const anySymptom = fc.option(fc.constantFrom(...SYMPTOMS, 'unknown' as const), { nil: undefined });
  const anyScore = fc.option(fc.oneof(fc.integer({ min: -5, max: 15 }), fc.constant('unknown' as const)), {
    nil: undefined,
  });
  const anyMoment = fc.oneof(
    fc.constantFrom(...EVERY_STAGE).map(([, make]) => make),
    fc.integer({ min: 0, max: 240 }).map((second) => () => inTheMarch().hears(second)),
  );

  it('gets an answer, at any moment, and nothing of it is in her profile or her day', () => {
    fc.assert(
      fc.property(anyMoment, anySymptom, anyScore, (make, symptom, score) => {
        const her = make();
        const quiet = her.fork();
        feels(her, symptom, score);
        expectAProperEnding(her.acts);
        for (const act of her.acts) if (act.kind === 'say') lineText(act.line, wordsFor('en-US'), 0);
        // A question about something else leaves the same behind, at the same second.
        quiet.says('list-exercises');
        expect(her.today).toEqual(quiet.today);
        expect(her.state.profile).toEqual(quiet.state.profile);
        expect(JSON.stringify([her.today, her.state.profile])).not.toMatch(wordsOf(symptom));
      }),
      { numRuns: 300 },
    );
  });
});

function wordsOf(symptom: string | undefined): RegExp {
  return new RegExp(`${symptom ?? 'symptom'}|symptom|score|pain|hurt|stopped|advice|feel`);
}

function feels(her: Conversation, symptom?: Symptom | 'unknown', score?: number | 'unknown'): string {
  return her.happens({ kind: 'report-pain', symptom: said(symptom), score: said(score), atMs: her.nowMs });
}

function said<T>(value: T | 'unknown' | undefined) {
  if (value === undefined) return { kind: 'nothing' } as const;
  return value === 'unknown' ? ({ kind: 'unknown' } as const) : ({ kind: 'value', value: value as T } as const);
}

function at(stage: string): Conversation {
  const make = STAGES[stage];
  if (make === undefined) throw new RangeError(`No such stage: ${stage}`);
  return make();
}

function after(her: Conversation, ...sayings: readonly Said[]): Conversation {
  her.saysAll(...sayings);
  return her;
}

function hurting(her: Conversation): Conversation {
  feels(her, 'hurts');
  return her;
}

function withSharpPain(her: Conversation): Conversation {
  feels(her, 'sharp-pain');
  return her;
}

function pausing(her: Conversation): Conversation {
  her.happens({ kind: 'pause-streak', pause: { kind: 'nothing' }, atMs: her.nowMs });
  return her;
}

function reminding(her: Conversation, atSeven: boolean): Conversation {
  const seven = { kind: 'value', value: { kind: 'at', time: { hour: 7, minute: 0 }, part: null } } as const;
  her.happens({ kind: 'set-reminder', time: atSeven ? seven : { kind: 'nothing' }, permitted: false, atMs: her.nowMs });
  return her;
}

function askingAboutHerBack(her: Conversation): Conversation {
  her.happens({ kind: 'ask-back-pain', topic: { kind: 'nothing' }, atMs: her.nowMs });
  return her;
}

function pausedInTheMarch(): Conversation {
  return after(inTheMarch().hears(100), 'pause');
}

function inTheEasierMarch(): Conversation {
  const likes = listener();
  const profile: Profile = { ...likes, difficulty: { ...likes.difficulty, [IDS.march]: 'easier' } };
  const her = after(converse({ profile }), 'launch', 'ready');
  return after(her.hearsOut(), 'ready').hears(20);
}

function powerCutInTheKicks(): Conversation {
  return inTheKicks().hears(20).waits(HOUR_MS).returns();
}

function inThePlanks(her = converse()): Conversation {
  her.says('launch');
  for (let exercise = 0; exercise < 4; exercise += 1) her.hearsOut().says('ready');
  return her;
}

function doneToday(): Conversation {
  return after(inThePlanks().hearsOut(), 'ready').waits(HOUR_MS).returns();
}
