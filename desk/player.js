import { $ } from './page.js';

/** Seconds before the evidence, so that one hears how it begins. */
const LEAD_IN = 3;

/**
 * Plays the source from a second: a recording in the article's folder, or the video at YouTube once somebody has loaded its player.
 * Without either it stays silent, and the transcript shows what was said.
 */
export class Player {
  #box = $('#player');
  #main = $('#main');
  #media;
  #frame;
  #second = 0;
  #isPlaying = false;
  #onTime;
  #onPlay;

  constructor({ onTime, onPlay }) {
    this.#onTime = onTime;
    this.#onPlay = onPlay;
    const { media } = this.#main.dataset;
    if (media) this.#openMedia(media);
  }

  get canPlay() {
    return this.#media !== undefined || this.#frame !== undefined;
  }

  get isPlaying() {
    return this.#media ? !this.#media.paused : this.#isPlaying;
  }

  get hasVideo() {
    return this.#main.dataset.video !== undefined;
  }

  #openMedia(address) {
    const media = document.createElement('video');
    media.controls = true;
    media.preload = 'metadata';
    media.src = address;
    media.addEventListener('timeupdate', () => this.#onTime(media.currentTime, !media.paused));
    media.addEventListener('ended', () => this.#onTime(media.duration, true));
    this.#box.replaceChildren(media);
    this.#media = media;
  }

  /** Lets YouTube's player in. It is another host, so that only a person does this. */
  load(second = this.#second) {
    const id = this.#main.dataset.video;
    if (id === undefined || this.#frame) return;
    const frame = document.createElement('iframe');
    frame.title = 'The source at YouTube';
    frame.allow = 'autoplay; encrypted-media; picture-in-picture; fullscreen';
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    const options = new URLSearchParams({
      enablejsapi: '1',
      origin: location.origin,
      start: String(Math.max(0, Math.floor(second))),
      autoplay: '1',
      rel: '0',
    });
    frame.src = `https://www.youtube-nocookie.com/embed/${id}?${options}`;
    this.#box.replaceChildren(frame);
    this.#frame = frame;
    this.#isPlaying = true;
    this.#onPlay(Number(options.get('start')));
  }

  #command(func, ...args) {
    this.#frame?.contentWindow?.postMessage(
      JSON.stringify({ event: 'command', func, args }),
      'https://www.youtube-nocookie.com',
    );
  }

  /** Plays from three seconds before. Answers whether anything plays. */
  playFrom(second) {
    this.#second = Math.max(0, second - LEAD_IN);
    this.#onPlay(this.#second);
    if (this.#media) {
      this.#media.currentTime = this.#second;
      // A browser may refuse to play before the first click; the controls are there.
      this.#media.play().catch(() => undefined);
      return true;
    }
    if (!this.#frame) return false;
    this.#command('seekTo', this.#second, true);
    this.#command('playVideo');
    this.#isPlaying = true;
    return true;
  }

  toggle() {
    if (this.#media) {
      if (this.#media.paused) this.#media.play().catch(() => undefined);
      else this.#media.pause();
    } else if (this.#frame) {
      this.#command(this.#isPlaying ? 'pauseVideo' : 'playVideo');
      this.#isPlaying = !this.#isPlaying;
    }
  }

  skip(seconds) {
    this.#second = Math.max(0, (this.#media ? this.#media.currentTime : this.#second) + seconds);
    if (this.#media) this.#media.currentTime = this.#second;
    else {
      this.#command('seekTo', this.#second, true);
      this.#onPlay(this.#second);
    }
  }

  /** YouTube's player tells a page nothing unasked: there the clock has to say how far it is. */
  get hasTimes() {
    return this.#media !== undefined;
  }

  get second() {
    return this.#media ? this.#media.currentTime : this.#second;
  }
}
