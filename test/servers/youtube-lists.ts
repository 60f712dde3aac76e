/** Pages of channels and playlists in the shape of YouTube's, made from what a test wants to say. */

export interface RowSketch {
  readonly id: string;
  readonly title?: string;
  /** `2 days ago`, `Streamed 6 months ago`, `Scheduled for 11/30/26, 8:00 PM`. */
  readonly age?: string;
  /** `12:34`; null for a row without one. */
  readonly duration?: string | null;
  /** A mark on the picture: LIVE, UPCOMING. */
  readonly mark?: string;
  /** A mark under the title, as for members. */
  readonly badge?: { readonly text: string; readonly style: string };
  /** A lock on the picture. */
  readonly isLocked?: boolean;
}

/** Eleven characters that say which row of which list they stand for. */
export function rowId(list: string, index: number): string {
  return `${list}${String(index).padStart(11 - list.length, '0')}`;
}

/** Today's row in a tab of a channel. */
export function lockup(sketch: RowSketch): Record<string, unknown> {
  const { id, title = `Title ${id}`, age = '2 days ago', duration = '10:00', mark, badge, isLocked } = sketch;
  const thumbnailBadge = (text: string, style: string, image?: string) => ({
    thumbnailBadgeViewModel: {
      text,
      badgeStyle: style,
      ...(image && { icon: { sources: [{ clientResource: { imageName: image } }] } }),
    },
  });
  const badges = [
    ...(duration === null ? [] : [thumbnailBadge(duration, 'THUMBNAIL_OVERLAY_BADGE_STYLE_DEFAULT')]),
    ...(mark === undefined ? [] : [thumbnailBadge(mark, `THUMBNAIL_OVERLAY_BADGE_STYLE_${mark}`)]),
    ...(isLocked ? [thumbnailBadge('', 'THUMBNAIL_OVERLAY_BADGE_STYLE_DEFAULT', 'LOCK')] : []),
  ];
  const metadataRows = [
    { metadataParts: [{ text: { content: '1,234 views' } }, { text: { content: age } }] },
    ...(badge ? [{ badges: [{ badgeViewModel: { badgeText: badge.text, badgeStyle: badge.style } }] }] : []),
  ];
  return {
    lockupViewModel: {
      contentId: id,
      contentType: 'LOCKUP_CONTENT_TYPE_VIDEO',
      contentImage: {
        thumbnailViewModel: {
          image: { sources: [] },
          overlays: [{ thumbnailBottomOverlayViewModel: { badges } }],
        },
      },
      metadata: {
        lockupMetadataViewModel: {
          title: { content: title },
          metadata: { contentMetadataViewModel: { metadataRows, delimiter: ' \u2022 ' } },
        },
      },
      rendererContext: {},
    },
  };
}

export function short({ id, title = `Title ${id}` }: RowSketch): Record<string, unknown> {
  return {
    shortsLockupViewModel: {
      entityId: `shorts-shelf-item-${id}`,
      accessibilityText: title,
      thumbnail: { sources: [] },
      onTap: {
        innertubeCommand: {
          commandMetadata: { webCommandMetadata: { url: `/shorts/${id}` } },
          reelWatchEndpoint: { videoId: id },
        },
      },
      overlayMetadata: { primaryText: { content: title }, secondaryText: { content: '1.2K views' } },
    },
  };
}

/** A row of a playlist. `bare` leaves out the label for screen readers, without which youtubei.js drops the row. */
export function playlistRow(
  sketch: RowSketch & { isPlayable?: boolean; bare?: boolean },
): Record<string, unknown> {
  const { id, title = `Title ${id}`, age = '2 days ago', duration = '10:00', mark, badge } = sketch;
  const [minutes = '0', seconds = '0'] = (duration ?? '').split(':');
  return {
    playlistVideoRenderer: {
      videoId: id,
      title: {
        runs: [{ text: title }],
        ...(!sketch.bare && { accessibility: { accessibilityData: { label: title } } }),
      },
      index: { simpleText: '1' },
      shortBylineText: { runs: [{ text: 'Coast Channel' }] },
      ...(duration !== null && {
        lengthText: { simpleText: duration },
        lengthSeconds: String(Number(minutes) * 60 + Number(seconds)),
      }),
      isPlayable: sketch.isPlayable ?? true,
      thumbnail: { thumbnails: [] },
      thumbnailOverlays: [
        {
          thumbnailOverlayTimeStatusRenderer: {
            text: { simpleText: duration ?? '' },
            style: mark ?? 'DEFAULT',
          },
        },
      ],
      videoInfo: { runs: [{ text: '1.2K views' }, { text: ' \u2022 ' }, { text: age }] },
      ...(badge && { badges: [{ metadataBadgeRenderer: { style: badge.style, label: badge.text } }] }),
    },
  };
}

const continuationItem = (token: string) => ({
  continuationItemRenderer: {
    trigger: 'CONTINUATION_TRIGGER_ON_ITEM_SHOWN',
    continuationEndpoint: {
      commandMetadata: { webCommandMetadata: { sendPost: true, apiUrl: '/youtubei/v1/browse' } },
      continuationCommand: { token, request: 'CONTINUATION_REQUEST_TYPE_BROWSE' },
    },
  },
});

type TabName = 'featured' | 'videos' | 'shorts' | 'streams';
export const TAB_PARAMS: Readonly<Record<TabName, string>> = {
  featured: 'home-tab',
  videos: 'videos-tab',
  shorts: 'shorts-tab',
  streams: 'streams-tab',
};

export interface ChannelPageSketch {
  readonly id: string;
  readonly tabs: readonly TabName[];
  readonly selected?: TabName;
  readonly rows?: readonly Record<string, unknown>[];
  readonly next?: string | undefined;
}

/** A page of a channel: its tabs, and the rows of the one that is open. */
export function channelPage({ id, tabs, selected, rows = [], next }: ChannelPageSketch): string {
  const contents = [
    ...rows.map((row) => ({ richItemRenderer: { content: row } })),
    ...(next === undefined ? [] : [continuationItem(next)]),
  ];
  return JSON.stringify({
    responseContext: { visitorData: 'none' },
    contents: {
      twoColumnBrowseResultsRenderer: {
        tabs: tabs.map((tab) => ({
          tabRenderer: {
            title: tab,
            selected: tab === selected,
            endpoint: {
              commandMetadata: {
                webCommandMetadata: { url: `/@coast/${tab}`, apiUrl: '/youtubei/v1/browse' },
              },
              browseEndpoint: { browseId: id, params: TAB_PARAMS[tab] },
            },
            ...(tab === selected && { content: { richGridRenderer: { contents } } }),
          },
        })),
      },
    },
    metadata: {
      channelMetadataRenderer: {
        title: 'Coast Channel',
        externalId: id,
        description: '',
        rssUrl: '',
        ownerUrls: [],
        avatar: { thumbnails: [] },
        channelUrl: `https://www.youtube.com/channel/${id}`,
        availableCountryCodes: [],
      },
    },
  });
}

export function continuationPage(rows: readonly Record<string, unknown>[], next?: string): string {
  return JSON.stringify({
    responseContext: { visitorData: 'none' },
    onResponseReceivedActions: [
      {
        appendContinuationItemsAction: {
          targetId: 'list',
          continuationItems: [
            ...rows.map((row) =>
              'playlistVideoRenderer' in row ? row : { richItemRenderer: { content: row } },
            ),
            ...(next === undefined ? [] : [continuationItem(next)]),
          ],
        },
      },
    ],
  });
}

export function playlistPage(rows: readonly Record<string, unknown>[], next?: string): string {
  return JSON.stringify({
    responseContext: { visitorData: 'none' },
    contents: { twoColumnBrowseResultsRenderer: { tabs: [{ tabRenderer: { selected: true } }] } },
    metadata: { playlistMetadataRenderer: { title: 'A playlist' } },
    onResponseReceivedActions: [
      {
        reloadContinuationItemsCommand: {
          targetId: 'list',
          slot: 'RELOAD_CONTINUATION_SLOT_BODY',
          continuationItems: [...rows, ...(next === undefined ? [] : [continuationItem(next)])],
        },
      },
    ],
  });
}

/** What a closed, missing or private list answers, with status 200. */
export function alertPage(text: string): string {
  return JSON.stringify({
    responseContext: { visitorData: 'none' },
    alerts: [{ alertRenderer: { type: 'ERROR', text: { simpleText: text } } }],
  });
}

export function resolvedTo(channelId: string): string {
  return JSON.stringify({
    endpoint: {
      commandMetadata: {
        webCommandMetadata: { url: '/youtubei/v1/navigation/resolve_url', apiUrl: '/youtubei/v1/browse' },
      },
      browseEndpoint: { browseId: channelId, params: 'EgC4AQDyBgQKAjIA' },
    },
  });
}

export interface EntrySketch {
  readonly id: string;
  readonly title?: string;
  readonly published?: string;
  readonly isShort?: boolean;
}

/** The feed of a channel. It names the channel without its UC, as YouTube's does. */
export function feedXml(channelId: string, entries: readonly EntrySketch[], prologue = ''): string {
  const items = entries.map(
    ({ id, title = `Title ${id}`, published = '2026-11-20T10:00:00+00:00', isShort }) =>
      `<entry><id>yt:video:${id}</id><yt:videoId>${id}</yt:videoId><yt:channelId>${channelId}</yt:channelId><title>${title}</title><link rel="alternate" href="https://www.youtube.com/${isShort ? 'shorts/' : 'watch?v='}${id}"/><published>${published}</published><media:group><media:description>About it.</media:description></media:group></entry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>${prologue}\n<feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom"><yt:channelId>${channelId.slice(2)}</yt:channelId><title>Coast Channel</title>${items.join('')}</feed>`;
}
