import { captionAddress, fetchCaptions } from './caption-document.ts';
import { chooseTrack, offerOf } from './choose-track.ts';
import { type ClientProfile, playerRequest } from './client-profiles.ts';
import { parsePlayerReply } from './player.ts';
import type { Route } from './route.ts';
import { readAcceptedText, requirePlayable } from './verdict.ts';

/** Two requests of our own as one of YouTube's clients: the player reply, and the caption document in its best form. */
export function clientRoute(profile: ClientProfile): Route {
  return {
    name: `YouTube as ${profile.name}`,
    kind: 'client',
    async download(visit) {
      const { videoId, languages, send } = visit;
      const reply = readAcceptedText(await send(playerRequest(profile, videoId)), videoId);
      const player = parsePlayerReply(reply, videoId);
      requirePlayable(player, videoId);
      const track = chooseTrack(offerOf(player), videoId, languages);
      visit.step = 'captions';
      const captions = await fetchCaptions(captionAddress(track.url, videoId, 'json3'), {
        videoId,
        send,
        headers: { 'user-agent': profile.userAgent },
      });
      return {
        route: this.name,
        track: { language: track.language, kind: track.kind },
        captions,
        description: { form: 'player', text: reply },
      };
    },
  };
}
