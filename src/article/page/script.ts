/**
 * The one script of an article page. The page is complete without it: marks are links, dates are absolute, the method is a native disclosure.
 * It reads what it needs from the document (ids and times that the renderer validated) and never makes markup from text.
 * Embedding is left out for pages opened from disk, because YouTube's player refuses to play where no referrer is sent.
 */
export const PAGE_SCRIPT = `'use strict';
{
  const language = document.documentElement.lang;
  const units = [['year', 31556952], ['month', 2629746], ['week', 604800], ['day', 86400], ['hour', 3600], ['minute', 60]];
  for (const time of document.querySelectorAll('time[data-age]')) {
    const seconds = (Date.now() - Date.parse(time.dateTime)) / 1000;
    const [unit, size] = units.find((entry) => seconds >= entry[1]) ?? ['minute', 60];
    if (!(seconds >= 0)) continue;
    const age = new Intl.RelativeTimeFormat(time.dataset.age).format(-Math.max(1, Math.floor(seconds / size)), unit);
    const note = document.createElement('span');
    note.className = 'age';
    note.textContent = ' (' + age + ')';
    time.after(note);
  }

  const contents = document.querySelector('.contents');
  if (contents && matchMedia('(min-width: 80rem)').matches) contents.open = true;

  const watch = document.querySelector('.watch');
  const canEmbed = watch !== null && location.protocol.startsWith('http');

  const stop = () => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
    if (watch) watch.hidden = false;
  };

  const play = (holder, seconds) => {
    stop();
    const frame = document.createElement('iframe');
    frame.src = watch.dataset.embed + '?autoplay=1&rel=0&start=' + seconds;
    frame.title = watch.dataset.title;
    frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture';
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    holder.append(frame);
  };

  const isPlainClick = (event) => event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

  if (canEmbed) {
    watch.addEventListener('click', (event) => {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      play(watch.parentElement, 0);
      watch.hidden = true;
      watch.parentElement.querySelector('iframe').focus();
    });
  }

  const card = document.getElementById('evidence');
  let opener = null;

  const close = () => {
    if (!opener) return;
    if (card.querySelector('iframe')) stop();
    card.hidden = true;
    opener.closest('.sentence').classList.remove('is-shown');
    opener.focus({ preventScroll: true });
    opener = null;
  };

  const show = (mark) => {
    if (opener) opener.closest('.sentence').classList.remove('is-shown');
    opener = mark;
    mark.closest('.sentence').classList.add('is-shown');
    const words = mark.dataset.units.split(' ').map((id) => document.getElementById('unit-' + id));
    card.querySelector('.words').replaceChildren(...words.map((unit) => {
      const copy = unit.cloneNode(true);
      copy.removeAttribute('id');
      return copy;
    }));
    const link = card.querySelector('.open');
    if (link) link.href = mark.href;
    card.querySelector('.clock').textContent = mark.dataset.clock ?? '';
    card.hidden = false;
    if (canEmbed && mark.dataset.seconds) play(card.querySelector('.screen'), mark.dataset.seconds);
    const [sentence, cover] = [mark.closest('.sentence').getBoundingClientRect(), card.getBoundingClientRect()];
    const isCovered = sentence.bottom > cover.top && sentence.right > cover.left && sentence.left < cover.right;
    if (isCovered) scrollBy(0, sentence.bottom - cover.top + 16);
    card.focus({ preventScroll: true });
  };

  for (const mark of document.querySelectorAll('.mark[data-units]')) {
    mark.setAttribute('aria-haspopup', 'dialog');
    mark.addEventListener('click', (event) => {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      show(mark);
    });
  }
  card.querySelector('.close').addEventListener('click', close);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });

  const method = document.getElementById('method');
  for (const link of document.querySelectorAll('a[href="#method"]')) link.addEventListener('click', () => (method.open = true));
  addEventListener('beforeprint', () => (method.open = true));
}
`;
