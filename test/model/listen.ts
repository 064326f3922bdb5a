import { deliver, giveUp } from './deliver';
import type { Diary } from './diary';
import { type Asking, type Device, type Household, type Sent, sessionOf } from './household';

/** How much of what is being spoken she hears before she says something, in hundredths: over a hundred is after its end. */
export type Patience = number;

const SECOND_MS = 1_000;

/** A session that nobody answers is over. */
const SILENCE_MS = 30 * SECOND_MS;

/** Let time pass until she has heard so much of what her device speaks. */
export async function listen(diary: Diary, house: Household, device: Device, patience: Patience): Promise<void> {
  const speech = device.isOpen ? diary.speechOf(sessionOf(device)) : null;
  const heardMs =
    speech === null ? 0 : speech.firstWordAtMs + Math.round((speech.lastsMs * Math.min(patience, 100)) / 100);
  const afterMs = patience > 100 ? 5 * SECOND_MS : 0;
  await pass(diary, house, Math.max(heardMs + afterMs, house.nowMs + 2 * SECOND_MS));
}

/** Let time pass. Sessions that nobody answers end by themselves. */
export async function pass(diary: Diary, house: Household, toMs: number): Promise<void> {
  for (;;) {
    const [first] = house.devices
      .filter(({ isOpen }) => isOpen)
      .map((device) => ({ device, endsAtMs: silenceEndsAtMs(diary, device) }))
      .sort((one, other) => one.endsAtMs - other.endsAtMs);
    if (first === undefined || first.endsAtMs > toMs) break;
    house.nowMs = Math.max(house.nowMs, first.endsAtMs);
    await deliver(
      diary,
      house,
      await send(diary, house, first.device, {
        kind: 'ends',
        // Where no answer comes, Alexa says so and ends the session.
        how: first.device.isLeftHanging ? 'fault' : 'silence',
      }),
      'arrives',
    );
  }
  house.nowMs = Math.max(house.nowMs, toMs);
}

function silenceEndsAtMs(diary: Diary, device: Device): number {
  const speech = diary.speechOf(sessionOf(device));
  const spokenUntilMs = speech === null ? 0 : speech.firstWordAtMs + speech.lastsMs;
  return Math.max(device.answeredAtMs, spokenUntilMs) + SILENCE_MS;
}

/** Opening the skill opens a session, whatever was open. */
export async function send(diary: Diary, house: Household, device: Device, asking: Asking): Promise<Sent> {
  if (asking.kind === 'launch') await vanish(diary, house, device);
  const sent = house.send(device, asking);
  diary.cuts(sent.session, sent.atMs);
  return sent;
}

/** The power goes: nobody tells of it. */
export async function vanish(diary: Diary, house: Household, device: Device): Promise<void> {
  if (!device.isOpen) return;
  device.isOpen = false;
  await giveUp(diary, house, sessionOf(device), house.listenerOf(device));
}
