import { parseArgs } from 'node:util';

export interface ReportOptions {
  /** Where the report is written for machines; null when it is only printed. */
  readonly json: string | null;
  /** Whether the budget is set to what ships. */
  readonly writeBudget: boolean;
}

export const USAGE = `Usage: npm run bundle-report -- [options]

  --json FILE       the report for machines, too
  --write-budget    allow what ships now, with a little room`;

/**
 * Read the words behind `npm run bundle-report --`.
 * @throws TypeError from Node, with a message for whoever typed them
 */
export function readReportOptions(words: readonly string[]): ReportOptions {
  const { values } = parseArgs({
    args: [...words],
    options: { json: { type: 'string' }, 'write-budget': { type: 'boolean', default: false } },
  });
  return { json: values.json ?? null, writeBudget: values['write-budget'] };
}
