import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Workspace } from '../bench/workspace';

/** A device of somebody else's making, in a process of its own. */
export interface IndependentClient {
  /** Be the device of a listener from the next turn on, in a new session. */
  become(device: Device): Promise<void>;
  /** Let something happen at the device. Rejects when the client cannot make a request of it, or the function did not answer. */
  turn(way: Way, words: string, atMs: number): Promise<SkillAnswer>;
  stop(): void;
}

export interface Device {
  readonly locale: string;
  /** The interaction model of that locale. */
  readonly modelFile: string;
  readonly skillId: string;
  readonly userId: string;
  readonly deviceId: string;
}

export type Way =
  | 'launch'
  /** She says something that the model has. */
  | 'say'
  /** An intent itself: the client knows no way from words to Fallback. */
  | 'intend'
  /** She says something, in a session whose state came back empty. */
  | 'say-damaged'
  /** She disables the skill. */
  | 'disable';

/** What the client made of the function's answer. */
export interface SkillAnswer {
  readonly version?: string;
  readonly sessionAttributes?: Readonly<Record<string, unknown>>;
  readonly response?: {
    readonly outputSpeech?: { readonly type: string; readonly ssml?: string };
    readonly reprompt?: { readonly outputSpeech?: { readonly ssml?: string } };
    readonly shouldEndSession?: boolean;
  };
}

/** Where its package stands, with a lock file of its own. */
export const CLIENT_DIR = path.join(__dirname, 'independent-client');

/** Longer than Alexa waits: the function's own limit is to be met first. */
const TURN_WITHIN_MS = 20_000;

/** @param ask - brings a request to the function, and its answer back */
export function startClient({ start }: Workspace, ask: (event: unknown) => Promise<unknown>): IndependentClient {
  const child = start(process.execPath, [path.join(CLIENT_DIR, 'client.mjs')], {
    cwd: CLIENT_DIR,
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const complaint = child.stderr === null ? Promise.resolve('') : text(child.stderr);
  let waiting: Waiting | null = null;
  child.on('message', (message: ClientMessage) => {
    switch (message.kind) {
      case 'asks':
        ask(message.event).then(
          (answer) => child.send({ kind: 'answer', answer }),
          (error: Error) => child.send({ kind: 'refusal', error: error.message }),
        );
        return;
      case 'heard':
        waiting?.resolve(message.response ?? {});
        return;
      case 'failed':
        waiting?.reject(new Error(message.error));
    }
  });
  child.once('exit', () => {
    void complaint.then((why) => waiting?.reject(new Error(`The client ended: ${why}`)));
  });
  const send = async (message: object): Promise<SkillAnswer> => {
    const heard = new Promise<SkillAnswer>((resolve, reject) => {
      waiting = { resolve, reject };
    });
    child.send(message);
    const timer = setTimeout(() => waiting?.reject(new Error('The client made nothing of it')), TURN_WITHIN_MS);
    try {
      return await heard;
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    become: async (device) => {
      await send({ kind: 'device', ...device });
    },
    turn: async (way, words, atMs) => {
      const timestamp = new Date(atMs).toISOString().replace(/\.\d+Z$/, 'Z');
      return send({ kind: 'turn', way, words, timestamp });
    },
    stop: () => child.kill('SIGKILL'),
  };
}

interface Waiting {
  readonly resolve: (answer: SkillAnswer) => void;
  readonly reject: (error: Error) => void;
}

type ClientMessage =
  | { readonly kind: 'asks'; readonly event: unknown }
  | { readonly kind: 'heard'; readonly response: SkillAnswer | null }
  | { readonly kind: 'failed'; readonly error: string };
