import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How a playback came to its end. `failed`: the player is there but could not play, as without a sound card. */
export type PlaybackEnd = 'ended' | 'stopped' | 'failed' | 'no-player';

export interface PlayedSound {
  /** Never rejects. */
  readonly ended: Promise<PlaybackEnd>;
  /** Fall silent at once; without effect when it has ended. */
  stop(): void;
}

/** A program that plays a WAV file, and what comes before the file's name. */
export interface Player {
  readonly program: string;
  readonly options: readonly string[];
}

/** In the order of preference: what Linux, sox, macOS and ffmpeg bring. */
const PLAYERS: readonly Player[] = [
  { program: 'aplay', options: ['-q'] },
  { program: 'play', options: ['-q'] },
  { program: 'afplay', options: [] },
  { program: 'ffplay', options: ['-nodisp', '-autoexit', '-loglevel', 'quiet'] },
];

/** Find a program that plays sound; null where there is none. */
export function installedPlayer(players: readonly Player[] = PLAYERS): Player | null {
  return (
    players.find(({ program }) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined) ?? null
  );
}

/** Play a WAV file's bytes, where there is something to play them with. */
export function playWav(wav: Buffer, player: Player | null): PlayedSound {
  if (player === null) return { ended: Promise.resolve('no-player'), stop: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'my-back-routine-'));
  const file = join(folder, 'speech.wav');
  writeFileSync(file, wav);
  return watched(spawn(player.program, [...player.options, file], { stdio: 'ignore' }), folder);
}

/** The file and the player must not outlive us. */
function watched(playing: ChildProcess, folder: string): PlayedSound {
  let stopped = false;
  const stop = () => {
    stopped = true;
    playing.kill('SIGKILL');
  };
  const tidy = () => {
    stop();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', tidy);
  const ended = new Promise<PlaybackEnd>((resolve) => {
    const end = (how: PlaybackEnd) => {
      process.off('exit', tidy);
      rmSync(folder, { recursive: true, force: true });
      resolve(how);
    };
    playing.once('error', () => end('failed'));
    playing.once('close', (code) => end(stopped ? 'stopped' : code === 0 ? 'ended' : 'failed'));
  });
  return { ended, stop };
}
