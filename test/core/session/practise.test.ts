import { converse, IDS, inTheMarch } from '../../support/converse';

const HOUR_MS = 3_600_000;

describe('practising one exercise', () => {
  it('is all its sets, and they count towards the day', () => {
    const her = converse();
    expect(her.says('practice:plank')).toBe('practice [plank set-up] say-ready?');
    expect(her.segment.cues.every(({ place }) => place.exercise === IDS.plank)).toBe(true);
    expect(her.finishes()).toBe('finished-without bye');
    expect(her.done).toBe('plank 1 2 3');
    expect(her.today.counts).toBe(false);
    expect(her.lines('finished-without')[0]?.exercises).toEqual([IDS.knees, IDS.march, IDS.kicks]);
  });

  it('adds up: four exercises, one by one, are a day', () => {
    const her = converse();
    for (const short of ['plank', 'knees', 'kicks'] as const) {
      her.returns().says(`practice:${short}`);
      expect(her.finishes()).toBe('finished-without bye');
    }
    her.returns().says('practice:march');
    expect(her.finishes()).toBe('finished bye');
    expect(her.today.counts).toBe(true);
  });

  it('is all its sets also when it was done today', () => {
    const her = inTheMarch().hears(3);
    expect(her.says('practice:knees')).toBe('practice [knees set-up] say-ready?');
    expect(her.today.checkpoint?.plan.exercises).toEqual([{ id: IDS.knees, sets: [0, 1], difficulty: 'standard' }]);
  });

  it('keeps what was done of a routine, whose rest can be started afterwards', () => {
    const her = inTheMarch().hears(100);
    her.says('practice:plank');
    expect(her.done).toBe('knees 1 2, march 1');
    her.finishes();
    expect(her.returns().says('start-routine')).toBe('starting [march set-up] say-ready?');
    expect(her.today.checkpoint?.plan.exercises.map(({ id, sets }) => [id, sets])).toEqual([
      [IDS.march, [1]],
      [IDS.kicks, [0, 1]],
    ]);
    expect(her.finishes()).toBe('finished bye');
  });

  it('gives way to the routine when she asks for that, in the middle or at the end', () => {
    const her = converse();
    her.saysAll('practice:plank', 'ready');
    const atItsEnd = her.fork();
    expect(her.hears(60).says('start-routine')).toBe('starting [knees set-up] say-ready?');
    expect(her.done).toBe('plank 1');
    expect(atItsEnd.hearsOut().says('start-routine')).toBe('starting [knees set-up] say-ready?');
    expect(atItsEnd.done).toBe('plank 1 2 3');
  });

  it('goes on by "start" where she is waited for', () => {
    const her = converse();
    her.says('practice:plank');
    expect(her.hearsOut().says('start-routine')).toBe('[plank set 1] say-done?');
  });

  it('is offered when it was left unfinished', () => {
    const her = converse();
    her.saysAll('practice:plank', 'ready');
    her.hears(60).says('stop');
    expect(her.waits(HOUR_MS).returns().says('launch')).toBe('you-were-at ask-go-on?');
    expect(her.says('yes')).toBe('position [plank set 2] say-done?');
  });

  it('works both legs, and the other one leads the next time', () => {
    const her = converse();
    her.says('practice:kicks');
    her.finishes();
    expect(her.today).toMatchObject({ nextLeadSide: 'left', setsDone: { [IDS.kicks]: [0, 1] } });
  });

  it('asks which when she names none, or what we do not have', () => {
    const her = converse();
    expect(her.says('practice')).toBe('ask-which?');
    expect(her.says('instructions:kicks')).toBe('practice [kicks set-up] say-ready?');
    const another = converse();
    expect(another.says('practice:unknown')).toBe('unknown-exercise ask-which?');
    expect(another.says('practice:plank')).toBe('practice [plank set-up] say-ready?');
  });

  it('tells first what a finished routine brought', () => {
    const her = converse();
    her.says('launch');
    while (her.segment.next !== null) her.hearsOut().says('ready');
    expect(her.hearsOut().says('practice:plank')).toBe('finished practice [plank set-up] say-ready?');
    expect(her.today.counts).toBe(true);
  });

  it('comes after the welcome', () => {
    const her = converse({ profile: null });
    expect(her.says('practice:plank')).toBe('welcome disclaimer first-place say-im-ready?');
    expect(her.says('practice:plank')).toBe('practice [plank set-up] say-ready?');
  });

  it('does not take an exercise for done whose end is unknown', () => {
    const her = inTheMarch()
      .hears(20)
      .waits(3 * HOUR_MS)
      .returns();
    expect(her.says('practice:plank')).toBe('ask-finished?');
    expect(her.says('yes')).toBe('[kicks set-up] say-ready?');
    expect(her.says('practice:plank')).toBe('practice [plank set-up] say-ready?');
    expect(her.done).toBe('knees 1 2, march 1 2');
  });
});

it('coaches nobody who has not heard the disclaimer, also after she logged the day', () => {
  const her = converse({ profile: null });
  her.saysAll('log-routine', 'yes');
  expect(her.returns().says('help')).toBe('help-before ask-again?');
  expect(her.says('yes')).toMatch(/^welcome disclaimer first-place/);
});
