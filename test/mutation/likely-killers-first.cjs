const { statSync } = require('node:fs');
const TestSequencer = require('@jest/test-sequencer').default;
const { killers } = require('./jest-circus-until-first-failure.cjs');

/** These take longer than all others together: they are asked only about what the others let live. */
const LAST = /every-event-everywhere|any-conversation/;

/** What killed the last mutant is likely to kill its neighbour; of the other test files, small ones go first. */
module.exports = class LikelyKillersFirst extends TestSequencer {
  sort(tests) {
    return [...tests].sort((one, other) => rankOf(one) - rankOf(other) || sizeOf(one) - sizeOf(other));
  }
};

function rankOf({ path }) {
  if (LAST.test(path)) return killers.length + 1;
  const at = killers.indexOf(path);
  return at < 0 ? killers.length : at;
}

function sizeOf({ path }) {
  return statSync(path).size;
}
