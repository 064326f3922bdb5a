import { findingAt, linesOf, runStepsOf, type WorkflowFile } from './workflow-file';

/** What we ask of a workflow beyond what actionlint does. */
export function ourFindings(file: WorkflowFile, npmScripts: readonly string[]): readonly string[] {
  return [
    ...pinFindings(file),
    ...permissionFindings(file),
    ...interpolationFindings(file),
    ...scriptFindings(file, npmScripts),
    ...triggerFindings(file),
  ];
}

/** A tag can be moved to other code by whoever gets hold of the action's repository; a commit cannot. */
function pinFindings(file: WorkflowFile): readonly string[] {
  return linesOf(file).flatMap(({ number, text, comment }) => {
    const [, used] = /^uses:\s*["']?([^"'\s]+)/.exec(text) ?? [];
    if (used === undefined || used.startsWith('./')) return [];
    if (/@[0-9a-f]{40}$/.test(used) && /^v\d+\.\d+\.\d+/.test(comment)) return [];
    return [
      findingAt(file, number, `${used} is not pinned: write the full commit of a release, and "# v1.2.3" behind it`),
    ];
  });
}

/** Without a word on permissions the token has those that the repository's settings happen to give. */
function permissionFindings(file: WorkflowFile): readonly string[] {
  const lines = linesOf(file);
  const top = lines.findIndex(({ indent, text }) => indent === 0 && text.startsWith('permissions:'));
  if (top < 0) return [findingAt(file, 1, 'no permissions are declared: begin with "permissions: contents: read"')];
  const next = lines.findIndex(({ indent }, index) => index > top && indent === 0);
  const granted = lines.slice(top, next < 0 ? undefined : next);
  return granted
    .filter(({ text }) => /\bwrite(-all)?\b/.test(text))
    .map(({ number }) => findingAt(file, number, 'may write in every job: grant it to the one job that needs it'));
}

/** What is interpolated is code before the shell sees it; a variable of the environment is only text. */
function interpolationFindings(file: WorkflowFile): readonly string[] {
  return runStepsOf(file)
    .filter(({ source }) => source.includes('${{'))
    .map(({ line }) =>
      findingAt(file, line, 'a command or script interpolates an expression: hand its value over in "env"'),
    );
}

function scriptFindings(file: WorkflowFile, npmScripts: readonly string[]): readonly string[] {
  return runStepsOf(file).flatMap(({ line, command }) =>
    [...command.matchAll(/\bnpm (?:run(?:-script)? (?:-\S+ )*([\w:.-]+)|(test|start)\b)/g)]
      .map(([, script, short]) => script ?? short ?? '')
      .filter((script) => !npmScripts.includes(script))
      .map((script) => findingAt(file, line, `package.json has no script "${script}"`)),
  );
}

/** They run with our secrets on code that anybody may propose. */
function triggerFindings(file: WorkflowFile): readonly string[] {
  return linesOf(file)
    .filter(({ text }) => /\b(pull_request_target|workflow_run)\b/.test(text))
    .map(({ number }) => findingAt(file, number, 'runs proposed code with our secrets: use pull_request'));
}
