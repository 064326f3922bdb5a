import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Workspace } from '../bench/workspace';
import { arnOf, resourcesOf, type Stack, type StackResource, textIn } from './stack';

/** A function as the template has it. */
export interface FunctionSettings {
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  readonly handler: string;
  readonly runtime: string;
  readonly memoryBytes: number;
  readonly timeoutMs: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly logGroup: string;
  readonly role: string;
}

/** Who calls a function: a service, in the name of a skill. */
export interface Caller {
  readonly principal: string;
  readonly eventSourceToken: string;
}

/** One instance of the function, in a process of its own. It answers one invocation at a time. */
export interface StandInLambda {
  readonly nodeVersion: string;
  readonly initMs: number;
  /** The most memory that its process had so far. */
  readonly peakBytes: () => number;
  /** What it wrote: what Lambda would put into its log. */
  readonly log: () => string;
  /** Rejects as Lambda does when nobody let the caller in, when the function throws and when it takes too long. */
  invoke(event: unknown, caller: Caller): Promise<unknown>;
  /** Invoke it as nobody can from outside, past all permissions. */
  invokeFromInside(event: unknown): Promise<unknown>;
  stop(): void;
}

export interface StandInLambdaParts {
  readonly stack: Stack;
  readonly settings: FunctionSettings;
  /** A folder that holds what was in the zip. */
  readonly taskRoot: string;
  /** The Node to run it on. */
  readonly node: string;
  /** Environment beyond the template's and Lambda's own. */
  readonly added: Readonly<Record<string, string>>;
}

/** Lambda gives loading so long. Source: the developer guide on the execution environment's lifecycle. */
const INIT_WITHIN_MS = 10_000;

const MEBIBYTE = 2 ** 20;

/** @throws Error of one line when the template lacks what a function needs */
export function readFunction(stack: Stack, resource: StackResource): FunctionSettings {
  const { id, ref, properties } = resource;
  const { Variables = {} } = (properties.Environment ?? {}) as { Variables?: Record<string, string> };
  const { LogGroup = '' } = (properties.LoggingConfig ?? {}) as { LogGroup?: string };
  return {
    id,
    name: ref,
    arn: arnOf('lambda', `function:${ref}`, stack),
    handler: textIn(resource, 'Handler'),
    runtime: textIn(resource, 'Runtime'),
    // Lambda's own defaults where the template has none.
    memoryBytes: Number(properties.MemorySize ?? 128) * MEBIBYTE,
    timeoutMs: Number(properties.Timeout ?? 3) * 1_000,
    environment: Variables,
    logGroup: LogGroup,
    role: textIn(resource, 'Role'),
  };
}

/** Start an instance and let it load. @throws Error of one line when it does not load in time */
export async function startLambda({ start }: Workspace, parts: StandInLambdaParts): Promise<StandInLambda> {
  const { stack, settings, taskRoot, node, added } = parts;
  const startedMs = performance.now();
  const child = start(node, [path.join(__dirname, 'lambda-runtime.mjs')], {
    cwd: taskRoot,
    env: { ...settings.environment, ...lambdasOwn(settings, stack, taskRoot), ...added },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr] as Readable[]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      written += text;
    });
  }
  const message = await nextMessage(child, INIT_WITHIN_MS, 'It did not load');
  if (message.kind !== 'loaded') throw new Error(`It did not load: ${message.error ?? 'it ended'}\n${written}`);
  let peakBytes = 0;
  let turns = 0;
  const invokeFromInside = async (event: unknown): Promise<unknown> => {
    turns += 1;
    child.send(invocationOf(event, settings, turns));
    const outcome = await nextMessage(child, settings.timeoutMs, 'Task timed out');
    peakBytes = Math.max(peakBytes, outcome.peakBytes ?? 0);
    if (outcome.kind !== 'answered') throw new Error(`The function failed: ${outcome.error}`);
    return JSON.parse(outcome.answer ?? 'null');
  };
  return {
    nodeVersion: message.version ?? '',
    initMs: performance.now() - startedMs,
    peakBytes: () => peakBytes,
    log: () => written,
    invoke: async (event, caller) => {
      if (!isLetIn(stack, settings, caller))
        throw new Error(`AccessDenied: no permission lets ${caller.principal} in for ${caller.eventSourceToken}`);
      return invokeFromInside(event);
    },
    invokeFromInside,
    stop: () => child.kill('SIGKILL'),
  };
}

/** Whether the function's resource policy has a statement for the caller. */
function isLetIn(stack: Stack, { arn, name }: FunctionSettings, { principal, eventSourceToken }: Caller): boolean {
  return resourcesOf(stack, 'AWS::Lambda::Permission').some(
    ({ properties: { Action, Principal, FunctionName, EventSourceToken = eventSourceToken } }) =>
      Action === 'lambda:InvokeFunction' &&
      Principal === principal &&
      (FunctionName === arn || FunctionName === name) &&
      EventSourceToken === eventSourceToken,
  );
}

/** Source: the developer guide, "Using Lambda environment variables", defined runtime environment variables. */
function lambdasOwn(settings: FunctionSettings, { region }: Stack, taskRoot: string): Readonly<Record<string, string>> {
  return {
    _HANDLER: settings.handler,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${settings.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: settings.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(settings.memoryBytes / MEBIBYTE),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: settings.logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: 'rehearsal',
    ...REHEARSAL_ACCESS,
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    PATH: '/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin',
    LAMBDA_TASK_ROOT: taskRoot,
    LAMBDA_RUNTIME_DIR: '/var/runtime',
  };
}

/** A local database takes any keys, and keeps what belongs to each apart. */
export const REHEARSAL_ACCESS = {
  AWS_ACCESS_KEY_ID: 'REHEARSAL',
  AWS_SECRET_ACCESS_KEY: 'none',
  AWS_SESSION_TOKEN: 'none',
} as const;

function invocationOf(event: unknown, { name, arn, memoryBytes, timeoutMs, logGroup }: FunctionSettings, turn: number) {
  return {
    event: JSON.stringify(event),
    deadlineMs: Date.now() + timeoutMs,
    context: {
      awsRequestId: `00000000-0000-4000-8000-${String(turn).padStart(12, '0')}`,
      functionName: name,
      functionVersion: '$LATEST',
      invokedFunctionArn: arn,
      memoryLimitInMB: String(memoryBytes / MEBIBYTE),
      logGroupName: logGroup,
      logStreamName: 'rehearsal',
    },
  };
}

interface RuntimeMessage {
  readonly kind: 'loaded' | 'not-loaded' | 'answered' | 'failed' | 'ended';
  readonly error?: string;
  readonly answer?: string;
  readonly version?: string;
  readonly peakBytes?: number;
}

/** Kills the instance when there is none in time. */
async function nextMessage(child: ChildProcess, withinMs: number, otherwise: string): Promise<RuntimeMessage> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => child.kill('SIGKILL'), withinMs);
  const began = performance.now();
  const message = once(child, 'message', { signal: giveUp.signal }).then(([each]) => each as RuntimeMessage);
  const ended = once(child, 'exit', { signal: giveUp.signal }).then((): RuntimeMessage => ({ kind: 'ended' }));
  try {
    const first = await Promise.race([message, ended]);
    if (first.kind !== 'ended') return first;
    const passedMs = performance.now() - began;
    throw new Error(passedMs >= withinMs ? `${otherwise} within ${withinMs / 1000} s` : 'Its process ended by itself');
  } finally {
    clearTimeout(timer);
    message.catch(() => {});
    ended.catch(() => {});
    giveUp.abort();
  }
}
