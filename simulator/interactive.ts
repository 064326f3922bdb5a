import { clearLine, createInterface, cursorTo, type Interface, moveCursor } from 'node:readline';
import type { Happening } from './happenings';
import { createLiveView, type LiveView, statusOf } from './live-view';
import type { Loudspeaker } from './loudspeaker';
import { createPlay, type Play, type Stage } from './play-script';
import { type Action, readDirective, readScript, ScriptError } from './script';
import { INDENT } from './transcript';

/** Where a conversation is typed and shown. */
export interface Desk {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Whether a line that was written can be written over. */
  readonly isScreen: boolean;
}

export interface ConversationOptions {
  /** Speech is shown at once, and silence passes only when told to. */
  readonly fast: boolean;
  readonly loudspeaker: Loudspeaker | null;
  /** Tell what is kept about whoever spoke, one line each. */
  readonly stored: () => Promise<readonly string[]>;
  /** Hands over where remarks are shown that are nobody's speech. */
  readonly onRemark?: (show: (line: string) => void) => void;
}

/** How a conversation ended: `interrupted` is Ctrl-C. */
export type ConversationEnd = 'left' | 'interrupted';

/** Talk until she leaves. Whatever is under way is finished first; an open session is as good as unplugged. */
export async function converse(stage: Stage, desk: Desk, options: ConversationOptions): Promise<ConversationEnd> {
  const conversation = new Conversation(stage, desk, options);
  return conversation.run();
}

const TICK_MS = 100;

/** A line that is added to must not reach the end of a narrow screen. */
const WIDTH = 78;

const COMMANDS = `  Type what you would say, and Enter; while Alexa speaks, that interrupts her.
  :silence  :wait 3 hours  :tomorrow 07:00  :exit  :unplug  :zone Europe/London  :person anna|nobody
  :device bedroom  :database down|up  :settings hang|204|401|403|500|garbage|unreachable|up
  :reminders hang|401|403|too-many|429|500|garbage|unreachable|up  :permission granted|denied|unknown  :disable skill  :enable skill
  :why (how the last words were understood)  :stored (what is kept)  :help  :quit`;

class Conversation {
  private readonly play: Play;
  private readonly view: LiveView;
  private readonly lines: Interface;
  private underWay: Promise<void> = Promise.resolve();
  private isBusy = false;
  private tickedMs = performance.now();
  private status = '';
  /** What stands right above the line she types in; null when that is what she typed before. */
  private lastLine: string | null = null;

  constructor(
    private readonly stage: Stage,
    private readonly desk: Desk,
    private readonly options: ConversationOptions,
  ) {
    this.play = createPlay(stage);
    const output = { line: (text: string) => this.print(text), more: (text: string) => this.printMore(text) };
    this.view = createLiveView(output, options.fast);
    options.onRemark?.((line) => this.print(line));
    this.lines = createInterface({ input: desk.input, output: desk.output, terminal: desk.isScreen });
    stage.alexa.onHappening((happening) => this.happened(happening));
  }

  async run(): Promise<ConversationEnd> {
    const clock = this.options.fast ? null : setInterval(() => this.tick(), TICK_MS);
    this.lines.on('line', (line) => this.enqueue(() => this.typed(line.trim())));
    this.prompt();
    const end = await new Promise<ConversationEnd>((resolve) => {
      this.lines.on('SIGINT', () => resolve('interrupted'));
      this.lines.on('close', () => resolve('left'));
      // A window that was shut takes the keyboard with it.
      this.lines.on('error', () => resolve('left'));
    });
    if (clock) clearInterval(clock);
    this.options.loudspeaker?.stop();
    this.lines.close();
    await this.underWay;
    return end;
  }

  /** One thing after another: a turn is over before time goes on or the next words are heard. */
  private enqueue(task: () => Promise<void>): void {
    this.underWay = this.underWay.then(async () => {
      this.isBusy = true;
      try {
        await task();
      } catch (error) {
        if (!(error instanceof RangeError || error instanceof ScriptError)) throw error;
        this.print(`  ${error.message}`);
      }
      this.isBusy = false;
      this.prompt();
    });
    // What is not expected ends the conversation; run() then throws it.
    this.underWay.catch(() => this.lines.close());
  }

  private tick(): void {
    if (!this.isBusy) this.enqueue(() => this.catchUp());
  }

  /** Let as much time pass in the house as has passed at the desk. */
  private async catchUp(): Promise<void> {
    if (this.options.fast) return;
    const passedMs = Math.round(performance.now() - this.tickedMs);
    this.tickedMs += passedMs;
    await this.stage.alexa.wait(passedMs);
    this.view.showUntil(this.stage.alexa.now());
  }

  private async typed(line: string): Promise<void> {
    this.lastLine = null;
    this.status = '';
    await this.catchUp();
    if (line === ':quit' || line === ':q') this.lines.close();
    else if (line === ':help') this.print(COMMANDS);
    else if (line === ':why') this.print(whyOf(this.stage.alexa.transcript));
    else if (line === ':stored') for (const kept of await this.options.stored()) this.print(`  ${kept}`);
    else for (const action of actionsIn(line)) await this.act(action);
    this.tickedMs = performance.now();
  }

  private async act(action: Action): Promise<void> {
    if (action.kind === 'say' && !this.options.fast) await this.play.device.sayNow(action.text);
    else await this.play.act(action);
    this.view.showUntil(this.stage.alexa.now());
  }

  private happened(happening: Happening): void {
    this.view.happened(happening);
    const { loudspeaker } = this.options;
    const playback =
      happening.kind === 'reprompted' ? happening.playback : happening.kind === 'turn' ? happening.speech : null;
    if (happening.kind === 'turn' && happening.heard !== null) loudspeaker?.stop();
    if (playback) loudspeaker?.play(playback, Math.max(0, playback.startsAtMs - this.stage.alexa.now()));
  }

  private print(line: string): void {
    const { output, isScreen } = this.desk;
    if (isScreen) {
      cursorTo(output, 0);
      clearLine(output, 0);
    }
    output.write(`${line}\n`);
    this.lastLine = line;
    this.status = '';
  }

  private printMore(words: string): void {
    const { output, isScreen } = this.desk;
    const longer = `${this.lastLine ?? ''} ${words}`;
    const isRoom = isScreen && this.lastLine !== null && longer.length <= WIDTH && this.lines.line.length < WIDTH / 2;
    if (isRoom) moveCursor(output, 0, -1);
    this.print(isRoom ? longer : `${INDENT}${words}`);
  }

  /** Write the last line anew where it has changed, what she is typing included. */
  private prompt(): void {
    const { device } = this.play;
    const status = statusOf(device.doing(), this.stage.alexa.now(), device.sessionOpen);
    if (!this.desk.isScreen || status === this.status) return;
    this.status = status;
    this.lines.setPrompt(`${status}> `);
    this.lines.prompt(true);
  }
}

/** @throws ScriptError when the line is none */
function actionsIn(line: string): readonly Action[] {
  if (!line.startsWith(':')) return readScript(line).map(({ action }) => action);
  const action = readDirective(line.slice(1));
  if (typeof action === 'string') throw new RangeError(`${line} is not understood; :help shows what is.`);
  return [action];
}

function whyOf(transcript: readonly Happening[]): string {
  const last = transcript.findLast((happening) => happening.kind === 'turn' && happening.heard !== null);
  if (last?.kind !== 'turn') return '  Nothing has been said yet.';
  if (!last.understood) return `  "${last.heard}" was taken for an answer to Alexa herself`;
  return `  "${last.heard}" was understood as ${JSON.stringify(last.understood, null, 2).replaceAll('\n', '\n  ')}`;
}
