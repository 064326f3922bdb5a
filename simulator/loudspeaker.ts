import type { Playback } from './playback';
import { installedPlayer, type PlayedSound, type Player, playWav } from './player';
import { isVoiceInstalled, speakPhrase, toWav, type Voice } from './voice';

/** Says aloud what Alexa says, in real time. */
export interface Loudspeaker {
  /** @param inMs - how long from now its first word is due */
  play(playback: Playback, inMs: number): void;
  stop(): void;
}

/** A loudspeaker, or what is missing for one. */
export type FoundLoudspeaker =
  | { readonly kind: 'found'; readonly loudspeaker: Loudspeaker }
  | { readonly kind: 'missing'; readonly problem: string };

/**
 * Look for a speech program and a program that plays sound.
 * @param voice - who speaks
 * @param onProblem - told once, should the sound turn out not to play
 */
export function findLoudspeaker(voice: Voice, onProblem: (problem: string) => void): FoundLoudspeaker {
  if (!isVoiceInstalled()) return { kind: 'missing', problem: 'espeak-ng is not installed, so nothing is said aloud.' };
  const player = installedPlayer();
  if (player) return { kind: 'found', loudspeaker: createLoudspeaker(player, voice, onProblem) };
  return {
    kind: 'missing',
    problem: 'No program to play sound is installed (such as aplay or sox): nothing is said aloud.',
  };
}

function createLoudspeaker(player: Player, voice: Voice, onProblem: (problem: string) => void): Loudspeaker {
  let due: NodeJS.Timeout[] = [];
  let sounding: PlayedSound | null = null;
  let speech = 0;
  let isBroken = false;
  const stop = (): void => {
    speech += 1;
    for (const timer of due) clearTimeout(timer);
    due = [];
    sounding?.stop();
    sounding = null;
  };
  const giveUp = (problem: string): void => {
    if (!isBroken) onProblem(`${problem}: nothing more is said aloud.`);
    isBroken = true;
    stop();
  };
  const say = async (text: string): Promise<void> => {
    const ofSpeech = speech;
    const wav = toWav(await speakPhrase(text, undefined, voice));
    if (ofSpeech !== speech) return;
    const sound = playWav(wav, player);
    sounding = sound;
    if ((await sound.ended) === 'failed') giveUp(`${player.program} cannot play sound here`);
  };
  return {
    stop,
    play: ({ pieces }, inMs) => {
      stop();
      if (isBroken) return;
      for (const piece of pieces) {
        if (piece.kind !== 'words') continue;
        const begin = () => void say(piece.text).catch((error) => giveUp(String(error)));
        due.push(setTimeout(begin, inMs + piece.atMs));
      }
    },
  };
}
