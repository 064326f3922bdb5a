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

/** A command or a script that a workflow runs, with the line that it begins in. */
export interface RunStep {
  readonly line: number;
  /** Without comments. */
  readonly command: string;
  /** As it stands: in a block, what looks like a comment is none to GitHub, which fills in expressions there as well. */
  readonly source: string;
}

/** Every `run`, and every `script` of an action, on its own line or in the block below it. */
export function runStepsOf(file: WorkflowFile): readonly RunStep[] {
  return linesOf(file)
    .filter(({ text }) => /^(run|script):/.test(text))
    .map((line) => {
      const source = withItsBlock(file, line);
      const command = linesOf({ ...file, text: source }).map(({ text }) => text);
      return { line: line.number, command: command.join('\n'), source };
    });
}

/** A line as it stands, and those below it that are further in. */
function withItsBlock({ text }: WorkflowFile, { number, indent }: WorkflowLine): string {
  const [first = '', ...rest] = text.split('\n').slice(number - 1);
  const end = rest.findIndex((line) => line.trim() !== '' && line.search(/\S/) <= indent);
  return [first, ...(end < 0 ? rest : rest.slice(0, end))].join('\n');
}
