import { describe, expect, it } from 'vitest';
import { playerReply } from './youtube-replies.ts';
import { YouTubeServer } from './youtube-server.ts';

const askPlayer = (origin: string, videoId: string) =>
  fetch(`${origin}/youtubei/v1/player`, {
    method: 'POST',
    body: JSON.stringify({ context: { client: { clientName: 'ANDROID' } }, videoId }),
  });

describe('the loopback YouTube', () => {
  it('answers what it has no script for with 500, and fails the test that asked', async () => {
    const youtube = await YouTubeServer.start();
    youtube.script('lighthouse1', { player: { ANDROID: [playerReply({ videoId: 'lighthouse1' })] } });
    expect((await askPlayer(youtube.origin, 'lighthouse1')).status).toBe(200);
    const second = await askPlayer(youtube.origin, 'lighthouse1');
    expect(second.status).toBe(500);
    expect(await second.text()).toContain('No script for POST /youtubei/v1/player');
    expect((await askPlayer(youtube.origin, 'otherVideo1')).status).toBe(500);
    expect((await fetch(`${youtube.origin}/feeds/videos.xml`)).status).toBe(500);
    expect(youtube.failures).toHaveLength(3);
    await expect(youtube[Symbol.asyncDispose]()).rejects.toThrow('more than its script');
  });
});
