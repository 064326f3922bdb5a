/** Plays conversations with a bundle and writes to descriptor 3, turn by turn, how long each answer took and what it called. */
import { subscribe } from 'node:diagnostics_channel';
import { readFileSync, writeSync } from 'node:fs';

const [bundle, turnsFile, warmUps, conversations] = process.argv.slice(2);
const turns = JSON.parse(readFileSync(turnsFile, 'utf8'));
const { handler } = await import(bundle);

let calls = 0;
subscribe('http.client.request.start', () => {
  calls += 1;
});

const samples = [];
for (let at = -Number(warmUps); at < Number(conversations); at += 1) {
  let attributes = {};
  for (const [index, { name, envelope }] of turns.entries()) {
    const event = structuredClone(envelope);
    event.session.attributes = attributes;
    // Somebody new in every conversation: each is a first morning.
    for (const { user } of [event.session, event.context.System]) user.userId += at;
    calls = 0;
    const begunMs = performance.now();
    const answer = await handler(event, {});
    const micros = (performance.now() - begunMs) * 1_000;
    if (at >= 0) samples.push({ name, index, micros, calls });
    attributes = JSON.parse(JSON.stringify(answer.sessionAttributes ?? {}));
  }
}

const text = Buffer.from(JSON.stringify(samples));
for (let written = 0; written < text.length; ) written += writeSync(3, text, written);
process.exit();
