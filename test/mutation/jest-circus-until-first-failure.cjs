/** What runs a test file where jest is told nothing else. */
const JESTS_OWN = 'jest-circus/runner';
const runTestFile = require(JESTS_OWN).default;

/** Test files that have killed a mutant, the latest first. */
const killers = [];

/** The mutant that a test has failed for; Stryker runs one at a time in a process. */
let killed;

/**
 * Jest's own runner of a test file, done with a mutant at the first test that fails. Stryker's runner for jest cannot stop there: it runs every
 * other test against a mutant that is dead already, which takes most of the time.
 * Stryker learns which tests meet a mutant only from a runner that is called jest-circus: hence the name of this file.
 */
module.exports = async function untilFirstFailure(globalConfig, config, environment, runtime, testPath, ...rest) {
  // Set by Stryker for the run of one mutant, and not in its first run, of the code as it is.
  const mutant = process.env.__STRYKER_ACTIVE_MUTANT__;
  const run = () => runTestFile(globalConfig, config, environment, runtime, testPath, ...rest);
  if (mutant === undefined) return run();
  if (mutant === killed) return nothingRun(testPath);

  const handleTestEvent = environment.handleTestEvent?.bind(environment);
  environment.handleTestEvent = async (event, state) => {
    await handleTestEvent?.(event, state);
    if (event.name === 'test_start' && mutant === killed) event.test.mode = 'skip';
    if (event.name === 'test_done' && event.test.errors.length > 0) killed = mutant;
  };
  const result = await run();
  if (mutant === killed) killers.splice(0, killers.length, ...new Set([testPath, ...killers]));
  return result;
};

module.exports.killers = killers;

/** Jest takes a file without a test for an error, so there is one that was not run. */
const NOT_RUN = {
  ancestorTitles: [],
  failureDetails: [],
  failureMessages: [],
  fullName: 'not run',
  status: 'pending',
  title: 'not run',
};

function nothingRun(testFilePath) {
  return {
    leaks: false,
    numFailingTests: 0,
    numPassingTests: 0,
    numPendingTests: 1,
    numTodoTests: 0,
    openHandles: [],
    perfStats: { start: 0, end: 0, runtime: 0, slow: false },
    skipped: true,
    snapshot: { added: 0, fileDeleted: false, matched: 0, unchecked: 0, uncheckedKeys: [], unmatched: 0, updated: 0 },
    testFilePath,
    testResults: [NOT_RUN],
  };
}
