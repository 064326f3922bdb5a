import type { RequestEnvelope } from 'ask-sdk-model';
import { answerIn, askForPermission, mayRemind } from '../../lambda/alexa/permission';

const SCOPE = 'alexa::alerts:reminders:skill:readwrite';

describe('whether the skill may set reminders', () => {
  it.each([
    { scopes: { [SCOPE]: { status: 'GRANTED' } }, may: true },
    { scopes: { [SCOPE]: { status: 'DENIED' } }, may: false },
    { scopes: { 'alexa::profile:name:read': { status: 'GRANTED' } }, may: false },
    { scopes: {}, may: false },
    { scopes: undefined, may: false },
  ])('is $may with $scopes', ({ scopes, may }) => {
    expect(mayRemind({ context: { System: { user: { permissions: { scopes } } } } } as RequestEnvelope)).toBe(may);
  });

  it('is false for a request that says nothing of her', () => {
    expect(mayRemind({ context: { System: {} } } as RequestEnvelope)).toBe(false);
    expect(mayRemind({} as RequestEnvelope)).toBe(false);
  });
});

it('leaves the question to Alexa as its reference wants it', () => {
  expect(askForPermission({ hour: 7, minute: 5 })).toEqual({
    type: 'Connections.StartConnection',
    uri: 'connection://AMAZON.AskForPermissionsConsent/2',
    input: {
      '@type': 'AskForPermissionsConsentRequest',
      '@version': '2',
      permissionScopes: [{ permissionScope: SCOPE, consentLevel: 'ACCOUNT' }],
    },
    token: expect.any(String),
    onCompletion: 'RESUME_SESSION',
  });
});

describe('her answer to the question of the platform', () => {
  const token = (askForPermission({ hour: 19, minute: 5 }) as { readonly token: string }).token;
  const time = { hour: 19, minute: 5 };

  it.each([
    { rule: 'a yes', cause: { status: OK(), result: { status: 'ACCEPTED' } }, answer: 'accepted' },
    { rule: 'a no', cause: { status: OK(), result: { status: 'DENIED' } }, answer: 'denied' },
    { rule: 'silence', cause: { status: OK(), result: { status: 'NOT_ANSWERED' } }, answer: 'not-answered' },
    { rule: 'something new', cause: { status: OK(), result: { status: 'MAYBE' } }, answer: 'not-answered' },
    { rule: 'no result', cause: { status: OK() }, answer: 'not-answered' },
    { rule: 'a result of null', cause: { status: OK(), result: null }, answer: 'not-answered' },
    {
      rule: 'a question that could not be asked',
      cause: { status: { code: '400', message: 'no' }, result: { status: 'ACCEPTED' } },
      answer: 'not-answered',
    },
    { rule: 'no status', cause: { result: { status: 'ACCEPTED' } }, answer: 'not-answered' },
  ])('is "$answer" for $rule, and comes with the time she asked for', ({ cause, answer }) => {
    expect(answerIn(resumed({ type: 'ConnectionCompleted', token, ...cause }))).toEqual({ answer, time });
  });

  it.each(['ACCEPTED', 'DENIED', 'NOT_ANSWERED'])('comes the older way too: %s', (status) => {
    const answer = { ACCEPTED: 'accepted', DENIED: 'denied', NOT_ANSWERED: 'not-answered' }[status];
    const request = { type: 'Connections.Response', name: 'AskFor', payload: { status }, token };
    expect(answerIn(request as never)).toEqual({ answer, time });
  });

  it('is none when nothing is told', () => {
    expect(answerIn(resumed(undefined))).toEqual({ answer: 'not-answered', time: null });
    expect(answerIn({ type: 'Connections.Response' } as never)).toEqual({ answer: 'not-answered', time: null });
  });

  it.each([undefined, '', 'reminder-at-', 'reminder-at-24:00', 'reminder-at-7:60', 'reminder-at-7', 'x7:30'])(
    'comes without a time when the token is %p',
    (strange) => {
      const cause = { type: 'ConnectionCompleted', token: strange, status: OK(), result: { status: 'ACCEPTED' } };
      expect(answerIn(resumed(cause))).toEqual({ answer: 'accepted', time: null });
    },
  );
});

function OK() {
  return { code: '200', message: 'OK' };
}

function resumed(cause: object | undefined) {
  return { type: 'SessionResumedRequest', requestId: 'r', timestamp: '2026-11-22T23:00:00Z', cause } as never;
}
