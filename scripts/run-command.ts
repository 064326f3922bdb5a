/** A command of this repository, as npm runs it. */
export interface Command<Options> {
  readonly usage: string;
  /** Throws, with a message for whoever typed the words, when they are not understood. */
  readonly readOptions: (words: readonly string[]) => Options;
  /** Throws what is told in its place; sets `process.exitCode` where its own report tells of a failure. */
  readonly run: (options: Options) => Promise<void>;
}

/** Run a command with the words behind it, and end the process, whatever still keeps it alive. What went wrong is told, and ends it with exit code 1. */
export function runCommand<Options>({ usage, readOptions, run }: Command<Options>): void {
  const optionsFrom = (words: readonly string[]): Options => {
    try {
      return readOptions(words);
    } catch (error) {
      return complain(error, `\n\n${usage}`);
    }
  };
  run(optionsFrom(process.argv.slice(2))).then(
    () => process.exit(),
    (error: unknown) => complain(error),
  );
}

/** Tell whoever runs the command. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(error: unknown, more = ''): never {
  process.stderr.write(`${error instanceof Error ? error.message : error}${more}\n`);
  process.exit(1);
}
