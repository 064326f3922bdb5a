import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Calls, startCannedServices } from './canned-services';
import type { Contender, ContenderId } from './contenders';
import { conversationOf, FUNCTION_ENVIRONMENT } from './conversation';
import type { BenchOptions } from './options';
import type { Ran, Workspace } from './workspace';

/** One fresh process from its start to its first answer. `wallMs` counts from outside, `ownMs` inside: import and first answer. */
export interface ColdStart {
  readonly wallMs: number;
  readonly ownMs: number;
  readonly importMs: number;
  readonly firstAnswerMs: number;
  readonly peakMiB: number;
  readonly calls: Calls;
}

/** One warm turn. `index` is its place in the conversation, `calls` what went over the wire. */
export interface WarmTurn {
  readonly name: string;
  readonly index: number;
  readonly micros: number;
  readonly calls: number;
}

export interface Measured {
  /** A Node that does nothing: what every wall time has in it. */
  readonly bareMs: readonly number[];
  readonly cold: ReadonlyMap<ContenderId, readonly ColdStart[]>;
  /** A list of turns for every round. */
  readonly warm: ReadonlyMap<ContenderId, readonly (readonly WarmTurn[])[]>;
}

/**
 * Measure all contenders in turns, every one in a fresh process in every round, so that what slows the machine slows all alike.
 * @throws Error when one of them does not answer, or answers without the store that it is measured with
 */
export async function measure(
  contenders: readonly Contender[],
  nodeFile: string,
  { rounds, warmRounds, warmUps, conversations }: BenchOptions,
  workspace: Workspace,
  print: (line: string) => void,
): Promise<Measured> {
  const services = await startCannedServices(workspace, print);
  const turnsFile = path.join(workspace.dir, 'turns.json');
  writeFileSync(turnsFile, JSON.stringify(conversationOf(services.url)));
  const { PATH } = process.env;
  const env = {
    ...FUNCTION_ENVIRONMENT,
    ...services.environment,
    PATH,
    HOME: workspace.dir,
    AWS_ENDPOINT_URL_DYNAMODB: services.url,
    AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE: '1',
  };
  const node = (args: readonly string[]) => workspace.run(nodeFile, args, { env });
  const probe = (name: string, { file }: Contender, ...args: readonly string[]): Promise<Ran> =>
    node([path.join(__dirname, 'probes', `${name}.mjs`), pathToFileURL(file).href, turnsFile, ...args]);

  const bareMs: number[] = [];
  const cold = new Map<ContenderId, ColdStart[]>();
  // One round more than asked for: the first reads every file from the disk.
  for (let round = -1; round < rounds; round += 1) {
    const bare = await node(['-e', "require('fs').writeSync(3,'R')"]);
    if (round >= 0) bareMs.push(bare.firstByteMs);
    for (const contender of measuredAs('cold', contenders)) {
      services.counted();
      const { result, firstByteMs } = await probe('cold', contender);
      const start: ColdStart = { ...JSON.parse(result), wallMs: firstByteMs, calls: services.counted() };
      if (contender.usesStore && start.calls.reads === 0) throw new Error(`${contender.id} never reached its store`);
      if (round >= 0) addTo(cold, contender.id, start);
    }
  }
  const warm = new Map<ContenderId, WarmTurn[][]>();
  for (let round = 0; round < warmRounds; round += 1) {
    for (const contender of measuredAs('warm', contenders)) {
      const { result } = await probe('warm', contender, String(warmUps), String(conversations));
      addTo(warm, contender.id, JSON.parse(result));
    }
  }
  return { bareMs, cold, warm };
}

function measuredAs(how: 'cold' | 'warm', contenders: readonly Contender[]): readonly Contender[] {
  return contenders.filter(({ measured }) => measured.includes(how));
}

function addTo<T>(lists: Map<ContenderId, T[]>, id: ContenderId, value: T): void {
  lists.set(id, [...(lists.get(id) ?? []), value]);
}
