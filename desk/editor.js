import { $, describe, toast } from './page.js';

/** Edits one text where it stands. Nothing is saved until the person says so. */
export function createEditor({ save, done }) {
  let open;

  /** The page may have been replaced under it. */
  function forgetLost() {
    if (open && !open.box.isConnected) open = undefined;
  }

  function close() {
    if (!open) return;
    const { box, text, target } = open;
    open = undefined;
    box.remove();
    if (text.isConnected) text.hidden = false;
    done(target);
  }

  async function store() {
    if (!open || open.isSaving) return;
    const { area, target, before, finding, button } = open;
    if (area.value.trim() === before) {
      close();
      return;
    }
    open.isSaving = true;
    button.disabled = true;
    try {
      const own = open;
      const result = await save(target, area.value, finding);
      // A conflict may have opened another editor meanwhile.
      if (open === own) open = undefined;
      own.box.remove();
      own.text.hidden = false;
      if (result && !open) done(target);
    } catch (error) {
      if (open) {
        open.isSaving = false;
        open.button.disabled = false;
      }
      toast(describe(error), 'problem');
    }
  }

  return {
    get isOpen() {
      forgetLost();
      return open !== undefined;
    },
    get isChanged() {
      forgetLost();
      return open !== undefined && open.area.value.trim() !== open.before;
    },
    closeUnchanged() {
      forgetLost();
      if (open && !open.isSaving && open.area.value.trim() === open.before) close();
    },
    open(target, value, finding) {
      forgetLost();
      if (open?.target === target) {
        open.area.focus();
        return;
      }
      if (open && open.area.value.trim() !== open.before) {
        toast('Save or cancel the other edit first', 'problem');
        open.area.focus();
        return;
      }
      close();
      const text = $(`.text[data-target="${CSS.escape(target)}"]`);
      if (!text) return;
      const before = text.textContent;
      const box = document.createElement('span');
      box.className = 'editor';
      const area = document.createElement('textarea');
      area.value = value ?? before;
      area.maxLength = 5_000;
      area.dir = 'auto';
      area.setAttribute('aria-label', 'Text; empty takes the sentence out');
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'primary';
      button.append('Save ', hint('Ctrl S'));
      const cancel = document.createElement('button');
      cancel.type = 'button';
      cancel.append('Cancel ', hint('Esc'));
      const bar = document.createElement('span');
      bar.className = 'editor-bar';
      bar.append(button, cancel);
      box.append(area, bar);
      text.hidden = true;
      text.after(box);
      open = { target, text, box, area, before, finding, button, isSaving: false };
      const adjust = () => {
        area.style.height = 'auto';
        area.style.height = `${area.scrollHeight + 2}px`;
      };
      area.addEventListener('input', adjust);
      area.addEventListener('keydown', (event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          close();
        }
      });
      button.addEventListener('click', store);
      cancel.addEventListener('click', close);
      adjust();
      area.focus({ preventScroll: true });
      box.scrollIntoView({ block: 'nearest' });
      area.setSelectionRange(area.value.length, area.value.length);
    },
    save: store,
  };
}

function hint(key) {
  const element = document.createElement('kbd');
  element.setAttribute('aria-hidden', 'true');
  element.textContent = key;
  return element;
}
