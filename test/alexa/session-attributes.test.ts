import { fromAttributes, type Travelling, toAttributes } from '../../lambda/alexa/session-attributes';
import { newLedger } from '../../lambda/core/session/ledger';
import { openSession } from '../../lambda/core/session/open-session';

const STATE = openSession(null, [], { atMs: Date.parse('2026-11-22T23:00:00Z'), locale: 'en-US', deviceZone: 'UTC' });
const RUNNING: Travelling = { state: STATE, ledger: newLedger('account-x' as never), deviceZone: 'UTC' };

it('brings a session through the platform and back as it was', () => {
  expect(fromAttributes(JSON.parse(JSON.stringify(toAttributes(RUNNING))))).toEqual(RUNNING);
});

it.each([
  { rule: 'there is none', attributes: undefined },
  { rule: 'it is empty', attributes: {} },
  { rule: 'another release wrote it', attributes: { ...toAttributes(RUNNING), shape: 1 } },
  { rule: 'its state is missing', attributes: { ...toAttributes(RUNNING), state: undefined } },
  { rule: 'its ledger is missing', attributes: { ...toAttributes(RUNNING), ledger: null } },
  {
    rule: 'its ledger could not save',
    attributes: { ...toAttributes(RUNNING), ledger: { ...RUNNING.ledger, unsaved: 'x' } },
  },
  { rule: 'its ledger knows no versions', attributes: { ...toAttributes(RUNNING), ledger: { unsaved: [] } } },
])('finds no session to go on with when $rule', ({ attributes }) => {
  expect(fromAttributes(attributes as never)).toBeNull();
});
