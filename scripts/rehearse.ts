import { openWorkspace } from './bench/workspace';
import { type RehearsalOptions, readRehearsalOptions, USAGE } from './rehearsal/options';
import { rehearse } from './rehearsal/rehearse';
import { createSteps } from './rehearsal/steps';
import { print, runCommand } from './run-command';

// The command runs on Node 20, for which the SDK will end its support; the function does not.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

/** Rehearse a deployment from what would be deployed, and tell how it went. */
async function main({ keep, strict }: RehearsalOptions): Promise<void> {
  const workspace = openWorkspace(print, { prefix: 'back-routine-rehearsal-', keep });
  const startedMs = performance.now();
  const steps = createSteps(print);
  try {
    await rehearse(workspace, steps, print);
  } finally {
    if (keep) print(`Kept: ${workspace.dir}`);
  }
  print(
    `Rehearsed in ${((performance.now() - startedMs) / 1000).toFixed(1)} s. What it cannot show: docs/device-checklist.md`,
  );
  if (strict && steps.skipped.length > 0)
    throw new Error(`Not rehearsed here, which --strict does not allow: ${steps.skipped.join(', ')}`);
}

runCommand({ usage: USAGE, readOptions: readRehearsalOptions, run: main });
