/** A workflow's text, with where it stands for messages. */
export interface WorkflowFile {
  /** From the repository's root. */
  readonly path: string;
  readonly text: string;
}

/** A line of a workflow that says something: comments and empty ones are none. */
export interface WorkflowLine {
  /** Counted from 1. */
  readonly number: number;
  readonly indent: number;
  /** Without indent, without the dash of a list, and without a comment. */
  readonly text: string;
  readonly comment: string;
}

/** Where something is wrong and what to do about it, as `path:line: text`. */
export function findingAt({ path }: WorkflowFile, line: number, text: string): string {
  return `${path}:${line}: ${text}`;
}

/** The lines of a workflow. It is read by its lines, not as YAML: actionlint does that, and finds what is not YAML. */
export function linesOf({ text }: WorkflowFile): readonly WorkflowLine[] {
  return text.split('\n').flatMap((line, index) => {
    const hash = line.search(/(^|\s)#/);
    const [said, comment] = hash < 0 ? [line, ''] : [line.slice(0, hash), line.slice(hash).trim().replace(/^#\s*/, '')];
    const indent = /^ *(- +)?/.exec(said)?.[0].length ?? 0;
    const rest = said.slice(indent).trimEnd();
    return rest === '' ? [] : [{ number: index + 1, indent, text: rest, comment }];
  });
}

/** A command that a workflow runs, with the line that it begins in. */
export interface RunStep {
  readonly line: number;
  readonly command: string;
}

/** Every `run`, on its own line or in the block below it. */
export function runStepsOf(file: WorkflowFile): readonly RunStep[] {
  const lines = linesOf(file);
  return lines.flatMap((line, index) => {
    const [, command] = /^run:\s*(.*)$/.exec(line.text) ?? [];
    if (command === undefined) return [];
    if (!/^[|>]/.test(command)) return [{ line: line.number, command }];
    const rest = lines.slice(index + 1);
    const end = rest.findIndex(({ indent }) => indent <= line.indent);
    const block = end < 0 ? rest : rest.slice(0, end);
    return [{ line: line.number, command: block.map(({ text }) => text).join('\n') }];
  });
}
