/** Loads a bundle in this fresh process, asks it once, and writes to descriptor 3 what that took. */
import { readFileSync, writeSync } from 'node:fs';

const [bundle, turnsFile] = process.argv.slice(2);
const [{ envelope }] = JSON.parse(readFileSync(turnsFile, 'utf8'));

const begunMs = performance.now();
const { handler } = await import(bundle);
const loadedMs = performance.now();
const answer = await handler(envelope, {});
const answeredMs = performance.now();

const result = {
  importMs: loadedMs - begunMs,
  firstAnswerMs: answeredMs - loadedMs,
  ownMs: answeredMs - begunMs,
  peakMiB: process.resourceUsage().maxRSS / 1024,
};
if (!answer.response.outputSpeech.ssml.startsWith('<speak>')) throw new Error('It did not answer in words');
writeSync(3, JSON.stringify(result));
process.exit();
