import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseInfoJson } from '../../src/transcript/info-json.ts';

const parse = (value: unknown) => parseInfoJson(Buffer.from(JSON.stringify(value)));

describe('parseInfoJson', () => {
  it('reads what yt-dlp says of a video and leaves out chapters that are none', () => {
    const file = readFileSync(new URL('../fixtures/transcript/yt-dlp.info.json', import.meta.url));
    expect(parseInfoJson(file)).toEqual({
      language: 'en',
      metadata: {
        platform: 'youtube',
        videoId: 'hbrR1dgeM0c',
        url: 'https://www.youtube.com/watch?v=hbrR1dgeM0c',
        title: 'Harbour talk | Quay Side',
        channel: {
          name: 'Port TV',
          id: 'UC0000000000000000000000',
          url: 'https://www.youtube.com/channel/UC0000000000000000000000',
        },
        publishedAt: '2026-02-03T18:00:00Z',
        durationSeconds: 734,
        description: 'About the harbour.\nMore.',
        chapters: [
          { start: 60, title: 'The vote' },
          { start: 120.5, title: 'The bridge' },
        ],
      },
    });
  });

  it('treats what has the wrong type or is impossible as absent', () => {
    const hostile = {
      id: '../../etc/passwd',
      title: 'News\u202E\u0000',
      duration: 'NaN',
      upload_date: '20261399',
      timestamp: 1e300,
      webpage_url: 'javascript:alert(1)',
      channel_url: 'file:///etc/passwd',
      channel: ['x'],
      uploader: 'Port TV',
      chapters: 'none',
      language: 'not a language',
    };
    expect(parse(hostile)).toEqual({ metadata: { title: 'News', channel: { name: 'Port TV' } } });
  });

  it('reads the chapters of a description where the list is missing', () => {
    const description = '0:00 Start\n1:00 The vote\n2:30 The bridge';
    expect(parse({ title: 'T', description, duration: 300 }).metadata.chapters).toHaveLength(3);
  });

  it('takes a date where no time is given, and the platform of another site for none', () => {
    expect(
      parse({
        id: 'hbrR1dgeM0c',
        extractor_key: 'Vimeo',
        upload_date: '20260203',
        webpage_url: 'https://vimeo.com/1',
      }),
    ).toEqual({
      metadata: { publishedAt: '2026-02-03', url: 'https://vimeo.com/1' },
    });
  });

  it.each([[[]], [42], ['text'], [null]])('finds nothing in %j', (value) => {
    expect(parse(value)).toEqual({ metadata: {} });
  });

  it('refuses what is not JSON', () => {
    expect(() => parseInfoJson(Buffer.from('{"id":'))).toThrow(
      expect.objectContaining({ code: 'TRANSCRIPT_UNUSABLE' }),
    );
  });
});
