import type { Request } from 'ask-sdk-model';
import { readNotice } from '../../lambda/alexa/skill-notice';

it.each([
  { status: 'NOT_PERSISTED', means: 'farewell' },
  { status: undefined, means: 'farewell' },
  { status: 'PERSISTED', means: 'noted' },
])('takes a disabled skill whose data is $status for "$means"', ({ status, means }) => {
  expect(notice('AlexaSkillEvent.SkillDisabled', { userInformationPersistenceStatus: status })).toBe(means);
});

it('takes a disabled skill of which nothing more is told for a farewell', () => {
  expect(notice('AlexaSkillEvent.SkillDisabled')).toBe('farewell');
});

it.each([
  'AlexaSkillEvent.SkillEnabled',
  'AlexaSkillEvent.SkillPermissionAccepted',
  'AlexaSkillEvent.SkillPermissionChanged',
  'AlexaSkillEvent.SkillAccountLinked',
  'Reminders.ReminderCreated',
  'Reminders.ReminderStarted',
  'Reminders.ReminderStatusChanged',
  'Reminders.ReminderUpdated',
  'Reminders.ReminderDeleted',
])('notes %s, and no more', (type) => {
  expect(notice(type)).toBe('noted');
});

it.each(['AudioPlayer.PlaybackFinished', 'IntentRequest', 'Remindersomething', '', undefined])(
  'knows nothing of %p outside a session',
  (type) => {
    expect(notice(type)).toBe('unknown');
  },
);

function notice(type: string | undefined, body?: object) {
  return readNotice({ type, requestId: 'r', timestamp: '2026-11-22T23:00:00Z', body } as unknown as Request);
}
