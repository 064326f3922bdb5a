import type { Act } from '../../../lambda/core/session/act';
import { transition } from '../../../lambda/core/session/transition';
import { converse, eventOf, heardIn, type Said } from '../../support/converse';

/** Someone new to a session that could not read her days, once she was welcomed. */
function unread() {
  const her = converse({ profile: null });
  her.state = { ...her.state, isUnread: true };
  her.says('launch');
  return her;
}

/** What she hears of a finished routine, and of her days afterwards. */
function finished() {
  const her = unread();
  her.saysAll('ready', 'ready');
  return { her, heard: her.finishes() };
}

it.each<[Said, string]>([
  ['streak', 'days-unseen say-im-ready?'],
  ['progress', 'days-unseen say-im-ready?'],
  ['cancel-reminder', 'days-unseen say-im-ready?'],
  ['away:7', 'days-unseen say-im-ready?'],
  ['away:over', 'days-unseen say-im-ready?'],
  ['log-routine', 'days-unseen say-im-ready?'],
  ['away:10min', 'no-rush say-im-ready?'],
  ['whats-left', 'routine-length say-im-ready?'],
  ['list-exercises', 'exercise-list say-im-ready?'],
  ['ready', 'starting [knees set-up] say-ready?'],
])('answers %s with %s while her days cannot be seen', (said, heard) => {
  expect(unread().says(said)).toBe(heard);
});

it('greets nobody with a count of days that cannot be seen', () => {
  const her = unread();
  expect(her.says('launch')).toBe('starting [knees set-up] say-ready?');
});

it('ends a routine without counting days that it cannot see', () => {
  const { heard } = finished();
  expect(heard).toBe('finished-unseen bye');
});

it.each<Said>(['whats-left', 'launch'])('counts none on %s afterwards either', (said) => {
  const { her } = finished();
  const [, acts] = transition(her.state, eventOf(said, her.nowMs));
  expect(kindsIn(acts)).toContain('days-unseen');
  expect(heardIn(acts)).not.toMatch(/done-today|milestone/);
});

it('is told once only where she asks for her days as the routine is through', () => {
  const her = unread();
  her.saysAll('ready', 'ready');
  her.state = { ...her.state, stage: { kind: 'finishing' }, day: { ...her.today, counts: true, checkpoint: null } };
  expect(her.says('streak')).toBe('finished-unseen bye');
});

function kindsIn(acts: readonly Act[]): readonly string[] {
  return acts.flatMap((act) => (act.kind === 'say' ? [act.line.kind] : []));
}
