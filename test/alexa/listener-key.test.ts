import type { RequestEnvelope } from 'ask-sdk-model';
import { accountKeyOf, listenerKeyOf } from '../../lambda/alexa/listener-key';

const HER = { userId: 'amzn1.ask.account.HER' };

it('is the account when nobody is recognised', () => {
  // printf 'account:amzn1.ask.account.HER' | openssl dgst -sha256 -binary | basenc --base64url
  expect(keyOf({ user: HER })).toBe('account-cB86ZWsuvUJMIYBPtx2AEJQM1wAQLXy-CJq4OGBNihw');
});

it('is the recognised person rather than the account', () => {
  const anna = keyOf({ user: HER, person: { personId: 'anna' } });
  expect(anna).toMatch(/^person-/);
  expect(keyOf({ user: { userId: 'another account' }, person: { personId: 'anna' } })).toBe(anna);
  expect(keyOf({ user: HER, person: { personId: 'berta' } })).not.toBe(anna);
});

it('is the account when a person without an id is sent', () => {
  expect(keyOf({ user: HER, person: { personId: '' } })).toBe(keyOf({ user: HER }));
});

it('tells a person and an account of the same id apart', () => {
  const digest = (key: string | null) => key?.replace(/^\w+-/, '');
  const [account, person] = [keyOf({ user: { userId: 'same' } }), keyOf({ user: HER, person: { personId: 'same' } })];
  expect(digest(account)).not.toBe(digest(person));
});

it('stays the same from session to session and from device to device', () => {
  const kitchen = { user: HER, device: { deviceId: 'kitchen', supportedInterfaces: {} }, apiAccessToken: 'one' };
  const bedroom = { user: HER, device: { deviceId: 'bedroom', supportedInterfaces: {} }, apiAccessToken: 'two' };
  expect(keyOf(kitchen)).toBe(keyOf(bedroom));
});

it('is taken from the session when the context names nobody', () => {
  expect(keyOf({}, { user: HER })).toBe(keyOf({ user: HER }));
});

it('of the account is the same whoever is recognised', () => {
  const system = { user: HER, person: { personId: 'anna' } };
  expect(accountKeyOf({ context: { System: system } } as never)).toBe(keyOf({ user: HER }));
  expect(accountKeyOf({ context: { System: { person: system.person } } } as never)).toBeNull();
});

it('never holds the raw id, nor any part of it', () => {
  for (const key of [keyOf({ user: HER }), keyOf({ user: HER, person: { personId: 'amzn1.ask.person.HER' } })]) {
    expect(key).toMatch(/^(account|person)-[\w-]{43}$/);
    expect(key).not.toMatch(/amzn|HER/);
  }
});

it('is nobody when the request names nobody', () => {
  expect(keyOf({})).toBeNull();
  expect(listenerKeyOf({ version: '1.0', request: {} } as unknown as RequestEnvelope)).toBeNull();
});

function keyOf(system: object, session?: object) {
  return listenerKeyOf({
    version: '1.0',
    context: { System: system },
    session,
    request: {},
  } as unknown as RequestEnvelope);
}
