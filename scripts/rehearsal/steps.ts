/** What is rehearsed one after the other, each with its time and how it went. */
export interface Steps {
  /** Do one thing. What it tells is printed below its line. Rejects with {@link StepFailed} when it fails. */
  run<T>(title: string, step: (tell: (fact: string) => void) => Promise<T> | T): Promise<T>;
  /** Say that something cannot be done here, and why. */
  skip(title: string, reason: string): void;
  readonly skipped: readonly string[];
}

/** Which step failed. Its line is printed already; the cause says why. */
class StepFailed extends Error {
  override readonly name = 'StepFailed';
}

export function createSteps(print: (line: string) => void): Steps {
  const skipped: string[] = [];
  const line = (title: string, startedMs: number, outcome: string): string =>
    `${title.padEnd(52)} ${((performance.now() - startedMs) / 1000).toFixed(1).padStart(5)} s  ${outcome}`;
  const run: Steps['run'] = async (title, step) => {
    const startedMs = performance.now();
    const facts: string[] = [];
    try {
      const outcome = await step((fact) => facts.push(fact));
      print(line(title, startedMs, 'ok'));
      return outcome;
    } catch (error) {
      print(line(title, startedMs, 'FAILED'));
      throw new StepFailed(`${title}: ${error instanceof Error ? error.message : error}`, { cause: error });
    } finally {
      for (const fact of facts) print(`  ${fact}`);
    }
  };
  const skip: Steps['skip'] = (title, reason) => {
    skipped.push(title);
    print(`${title.padEnd(52)}          SKIPPED: ${reason}`);
  };
  return { run, skip, skipped };
}
