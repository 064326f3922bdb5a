import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { installedPlayer, type Player, playWav } from '../../simulator/player';

const SOUND = Buffer.from('RIFF');

function nodeAsPlayer(script: string): Player {
  return { program: process.execPath, options: ['-e', script] };
}

function filesLeft(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('my-back-routine-'));
}

describe('playing a sound', () => {
  it('gives the player a file with the sound, and leaves nothing behind', async () => {
    const before = filesLeft();
    const script = "process.exit(require('fs').readFileSync(process.argv[1], 'latin1') === 'RIFF' ? 0 : 1)";
    expect(await playWav(SOUND, nodeAsPlayer(script)).ended).toBe('ended');
    expect(filesLeft()).toEqual(before);
  });

  it('falls silent at once when she speaks over it', async () => {
    const sound = playWav(SOUND, nodeAsPlayer('setTimeout(() => undefined, 60_000)'));
    const stoppedAt = Date.now();
    sound.stop();
    expect(await sound.ended).toBe('stopped');
    expect(Date.now() - stoppedAt).toBeLessThan(2_000);
  });

  it('does not mind being stopped after its end', async () => {
    const sound = playWav(SOUND, nodeAsPlayer(''));
    expect(await sound.ended).toBe('ended');
    expect(() => sound.stop()).not.toThrow();
  });

  it('goes on without sound where the player fails', async () => {
    expect(await playWav(SOUND, nodeAsPlayer('process.exit(3)')).ended).toBe('failed');
    expect(await playWav(SOUND, { program: 'no-such-player', options: [] }).ended).toBe('failed');
  });

  it('goes on without sound where there is no player', async () => {
    const sound = playWav(SOUND, null);
    sound.stop();
    expect(await sound.ended).toBe('no-player');
  });
});

describe('installedPlayer', () => {
  it('finds the first that can be run', () => {
    const present = nodeAsPlayer('');
    expect(installedPlayer([{ program: 'no-such-player', options: [] }, present])).toBe(present);
    expect(installedPlayer([{ program: 'no-such-player', options: [] }])).toBeNull();
  });
});
