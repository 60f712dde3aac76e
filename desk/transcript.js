import { $ } from './page.js';

/** Rows beyond the visible ones, above and below, so that scrolling shows no gap. */
const MARGIN = 8;
const LINE_HEIGHT = 21;
const ROW_PADDING = 14;

/**
 * The transcript as a list of which only what is visible is in the page. Heights are guessed from the length of a text and corrected
 * once a row has been seen.
 */
export class TranscriptList {
  #box;
  #spacer;
  #units = [];
  #heights = [];
  #offsets = [];
  #rows = new Map();
  #charactersPerLine = 60;
  #marks = {
    cited: new Set(),
    selected: new Set(),
    found: new Set(),
    current: undefined,
    playing: undefined,
  };
  #onSelect;
  #frame = 0;

  constructor(box, { onSelect }) {
    this.#box = box;
    this.#onSelect = onSelect;
    this.#spacer = document.createElement('div');
    this.#spacer.className = 'spacer-list';
    this.#spacer.setAttribute('role', 'presentation');
    box.addEventListener('scroll', () => this.#schedule(), { passive: true });
    new ResizeObserver(() => {
      if (this.#units.length > 0) this.#measure();
    }).observe(box);
    box.addEventListener('click', (event) => {
      const row = event.target.closest('[data-unit]');
      if (row) this.#onSelect(Number(row.dataset.unit), { isClick: true });
    });
  }

  set units(units) {
    this.#units = units;
    this.#box.replaceChildren(this.#spacer);
    this.#rows.clear();
    this.#measure();
  }

  get units() {
    return this.#units;
  }

  indexOf(id) {
    // Ids count from 0 in a whole transcript; where only cited units are known they do not.
    return this.#units[id]?.id === id ? id : this.#units.findIndex((unit) => unit.id === id);
  }

  unit(id) {
    return this.#units[this.indexOf(id)];
  }

  #measure() {
    // What is at the top stays there, whatever the lines have become.
    const anchor = this.#offsets.length > 0 ? this.#indexAt(this.#box.scrollTop) : 0;
    const width = Math.max(160, this.#box.clientWidth - 90);
    this.#charactersPerLine = Math.max(16, Math.floor(width / 7.4));
    this.#heights = this.#units.map(
      ({ text, speaker }) =>
        Math.ceil((text.length + (speaker ?? '').length) / this.#charactersPerLine) * LINE_HEIGHT +
        ROW_PADDING,
    );
    for (const row of this.#rows.values()) row.remove();
    this.#rows.clear();
    this.#sum();
    this.#box.scrollTop = this.#offsets[anchor] ?? 0;
    this.#draw();
  }

  #sum() {
    let offset = 0;
    this.#offsets = this.#heights.map((height) => {
      const own = offset;
      offset += height;
      return own;
    });
    this.#spacer.style.height = `${offset}px`;
  }

  #schedule() {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #indexAt(offset) {
    let low = 0;
    let high = this.#offsets.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#offsets[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #draw() {
    if (this.#units.length === 0) return;
    const { scrollTop, clientHeight } = this.#box;
    const first = Math.max(0, this.#indexAt(scrollTop) - MARGIN);
    const last = Math.min(this.#units.length - 1, this.#indexAt(scrollTop + clientHeight) + MARGIN);
    for (const [index, row] of this.#rows)
      if (index < first || index > last) {
        row.remove();
        this.#rows.delete(index);
      }
    const added = [];
    for (let index = first; index <= last; index++) {
      if (this.#rows.has(index)) continue;
      const row = this.#create(index);
      this.#rows.set(index, row);
      this.#spacer.append(row);
      added.push(index);
    }
    this.#correct(added, first);
    for (const [index, row] of this.#rows) row.style.transform = `translateY(${this.#offsets[index]}px)`;
  }

  /** Puts real heights in place of guessed ones, and keeps what the person looks at where it is. */
  #correct(added, first) {
    const anchor = this.#indexAt(this.#box.scrollTop);
    const before = this.#offsets[anchor];
    let isChanged = false;
    for (const index of added) {
      const height = this.#rows.get(index).offsetHeight;
      if (height > 0 && height !== this.#heights[index]) {
        this.#heights[index] = height;
        isChanged = true;
      }
    }
    if (!isChanged) return;
    this.#sum();
    const shift = this.#offsets[anchor] - before;
    if (shift !== 0 && first < anchor) this.#box.scrollTop += shift;
  }

  #create(index) {
    const unit = this.#units[index];
    const row = document.createElement('div');
    row.className = 'unit';
    row.dataset.unit = String(unit.id);
    row.setAttribute('role', 'listitem');
    row.setAttribute('aria-setsize', String(this.#units.length));
    row.setAttribute('aria-posinset', String(index + 1));
    const time = document.createElement('span');
    time.className = 'time';
    time.textContent = unit.start === undefined ? `[${unit.id}]` : formatClock(unit.start);
    const words = document.createElement('p');
    if (unit.speaker) {
      const who = document.createElement('b');
      who.textContent = `${unit.speaker}: `;
      words.append(who);
    }
    words.append(unit.text);
    row.append(time, words);
    this.#mark(row, unit.id);
    return row;
  }

  #mark(row, id) {
    const { cited, selected, found, current, playing } = this.#marks;
    row.classList.toggle('is-cited', cited.has(id));
    row.classList.toggle('is-uncited', !cited.has(id));
    row.classList.toggle('is-selected', selected.has(id));
    row.classList.toggle('is-found', found.has(id));
    row.classList.toggle('is-current', current === id);
    row.classList.toggle('is-playing', playing === id);
    if (current === id) row.setAttribute('aria-current', 'true');
    else row.removeAttribute('aria-current');
  }

  /** Changes which rows are marked; what is not named stays. */
  mark(changes) {
    Object.assign(this.#marks, changes);
    for (const [index, row] of this.#rows) this.#mark(row, this.#units[index].id);
  }

  get marks() {
    return this.#marks;
  }

  /** Brings a unit into view, unless it is there. */
  reveal(id) {
    const index = this.indexOf(id);
    if (index < 0) return;
    const { scrollTop, clientHeight } = this.#box;
    const top = this.#offsets[index];
    if (top >= scrollTop + 8 && top + this.#heights[index] <= scrollTop + clientHeight) return;
    this.#box.scrollTop = Math.max(0, top - clientHeight / 4);
    this.#draw();
    // Real heights may have moved it.
    this.#box.scrollTop = Math.max(0, this.#offsets[index] - clientHeight / 4);
    this.#draw();
  }

  /** Moves the current row by some rows. */
  step(by) {
    const index = this.#marks.current === undefined ? 0 : this.indexOf(this.#marks.current) + by;
    const unit = this.#units[Math.min(this.#units.length - 1, Math.max(0, index))];
    if (unit) this.#onSelect(unit.id, { isClick: false });
  }

  search(text) {
    const wanted = text.trim().toLowerCase();
    const found =
      wanted === ''
        ? []
        : this.#units.filter((unit) => unit.text.toLowerCase().includes(wanted)).map(({ id }) => id);
    this.mark({ found: new Set(found) });
    return found;
  }
}

export function formatClock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const rest = String(whole % 60).padStart(2, '0');
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3600);
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

export function createTranscript(options) {
  return new TranscriptList($('#transcript'), options);
}
