/** What is selected, and the words and seconds that it rests on. */

import { $, $$, store, toast } from './page.js';
import { Player } from './player.js';
import { citesOf, main, selected, textOf } from './state.js';
import { createTranscript } from './transcript.js';

export const player = new Player({ onTime: followTime, onPlay: begin });
export const transcript = createTranscript({ onSelect: selectUnit });

export function select(target, { plays = true, reveals = true, keepsFocus = false } = {}) {
  const text = target ? textOf(target) : undefined;
  for (const other of $$('.text[aria-pressed=true]')) {
    other.setAttribute('aria-pressed', 'false');
    other.tabIndex = -1;
  }
  for (const other of $$('.text.is-lit')) other.classList.remove('is-lit');
  selected.target = text ? target : undefined;
  for (const button of $$('#selection button')) button.disabled = !text;
  $('#selected-where').textContent = text ? `${citesOf(text).length} cited` : 'Select a sentence';
  if (!text) {
    transcript.mark({ selected: new Set() });
    return;
  }
  const isSentence = Boolean(text.closest('[data-paragraph]'));
  for (const button of $$('#selection [data-do=rewrite], #selection [data-do=comment-selected]'))
    button.disabled = !isSentence;
  text.setAttribute('aria-pressed', 'true');
  text.tabIndex = 0;
  if (!keepsFocus) text.focus({ preventScroll: true });
  if (reveals) reveal(text);
  const cites = citesOf(text);
  transcript.mark({ selected: new Set(cites), current: cites[0] });
  updateCite();
  if (cites.length === 0) return;
  transcript.reveal(cites[0]);
  if (plays) playUnit(cites[0], { isAsked: false });
}

/** Into the middle of its pane, and only when it is out of sight: what is in sight stays where the eye is, and the page as a whole never moves. */
export function reveal(element) {
  const pane = element.closest('.scroll');
  if (!pane) return;
  const box = pane.getBoundingClientRect();
  const { top, bottom, height } = element.getBoundingClientRect();
  if (top >= box.top && bottom <= box.bottom) return;
  pane.scrollTop += top - box.top - Math.max(8, (box.height - height) / 2);
}

export function selectUnit(id, { isClick }) {
  transcript.mark({ current: id });
  transcript.reveal(id);
  updateCite();
  const citing = $$('#tab-article .text').filter((text) => citesOf(text).includes(id));
  for (const other of $$('.text.is-lit')) other.classList.remove('is-lit');
  for (const text of citing) text.classList.add('is-lit');
  if (citing[0]) reveal(citing[0]);
  $('#found').textContent =
    citing.length === 0
      ? 'No sentence cites this line'
      : `${citing.length} ${citing.length === 1 ? 'sentence cites' : 'sentences cite'} this line`;
  const unit = transcript.unit(id);
  if (unit?.start !== undefined) updateSource(unit.start);
  if (isClick && unit?.start !== undefined && playsOnSelect()) player.playFrom(unit.start);
}

function updateCite() {
  const button = $('[data-do=cite]');
  const { current } = transcript.marks;
  const text = selected.target && textOf(selected.target);
  const isPossible = current !== undefined && text?.closest('[data-paragraph]');
  button.disabled = !isPossible;
  button.firstChild.textContent =
    isPossible && citesOf(text).includes(current) ? 'Uncite line ' : 'Cite line ';
}

export function playsOnSelect() {
  return player.canPlay && store.get('copydesk-play') !== 'off';
}

export function playUnit(id, { isAsked }) {
  const unit = transcript.unit(id);
  if (unit?.start === undefined) {
    if (isAsked) toast('This source has no times; the line is marked in the transcript');
    return;
  }
  playSecond(unit.start, { isAsked });
}

export function playSecond(second, { isAsked }) {
  updateSource(second);
  if (!isAsked && !playsOnSelect()) return;
  if (player.playFrom(second)) return;
  if (isAsked && player.hasVideo) player.load(Math.max(0, second - 3));
  else if (isAsked) toast('There is no recording to play; the words are marked in the transcript');
}

function updateSource(second) {
  const link = $('#open-source');
  const { source, video } = main.dataset;
  if (source && video) link.href = `${source}&t=${Math.max(0, Math.floor(second) - 3)}s`;
}

/** Where playing began last, and when; and how far it has come without a jump. */
let stretch;

function begin(second) {
  stretch = { from: second, reached: second, since: performance.now() };
}

/** A step of a player that plays is small; more is a jump, and what was jumped over was not heard. */
const LONGEST_STEP = 2;

function followStretch(second, isPlaying) {
  if (!stretch) return;
  const step = second - stretch.reached;
  if (isPlaying && step >= 0 && step <= LONGEST_STEP) stretch.reached = second;
  else if (step < 0 || step > LONGEST_STEP) begin(second);
}

/** Whether these seconds were played to their end, in what was played last. */
export function hasPlayed(start, end) {
  if (!stretch || stretch.from > start) return false;
  const reached = player.hasTimes
    ? stretch.reached
    : stretch.from + (performance.now() - stretch.since) / 1_000;
  return reached >= end - 0.3;
}

export function isPlayingAt(start) {
  return stretch !== undefined && player.isPlaying && stretch.from <= start && stretch.reached >= start - 4;
}

function followTime(second, isPlaying) {
  followStretch(second, isPlaying);
  const playing = transcript.units.find(
    ({ start, end }) => start !== undefined && start <= second && second < (end ?? start + 15),
  );
  if (playing && transcript.marks.playing !== playing.id) transcript.mark({ playing: playing.id });
}

export function markCited() {
  const cited = new Set($$('#tab-article .text').flatMap(citesOf));
  transcript.mark({ cited });
}
