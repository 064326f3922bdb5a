import { openWorkspace } from './bench/workspace';
import { type RehearsalOptions, readRehearsalOptions, USAGE } from './rehearsal/options';
import { rehearse } from './rehearsal/rehearse';
import { createSteps, StepFailed } from './rehearsal/steps';

// The command runs on Node 20, for which the SDK will end its support; the function does not.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

/** Rehearse a deployment from what would be deployed, and tell how it went. */
async function main({ keep, strict }: RehearsalOptions): Promise<number> {
  const workspace = openWorkspace(print, { prefix: 'back-routine-rehearsal-', keep });
  const startedMs = performance.now();
  const steps = createSteps(print);
  try {
    await rehearse(workspace, steps, print);
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  } finally {
    if (keep) print(`Kept: ${workspace.dir}`);
  }
  print(
    `Rehearsed in ${((performance.now() - startedMs) / 1000).toFixed(1)} s. What it cannot show: docs/device-checklist.md`,
  );
  if (!strict || steps.skipped.length === 0) return 0;
  process.stderr.write(`Not rehearsed here, which --strict does not allow: ${steps.skipped.join(', ')}\n`);
  return 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(error: unknown, more = ''): never {
  process.stderr.write(`${error instanceof Error ? error.message : error}${more}\n`);
  process.exit(1);
}

function optionsFrom(words: readonly string[]): RehearsalOptions {
  try {
    return readRehearsalOptions(words);
  } catch (error) {
    return complain(error, `\n\n${USAGE}`);
  }
}

main(optionsFrom(process.argv.slice(2))).then((code) => process.exit(code), complain);
