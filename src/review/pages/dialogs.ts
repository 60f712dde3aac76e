import { type Html, html } from '../../article/index.ts';
import { KEYS, type PageKind } from './keys.ts';
import { keyHint } from './layout.ts';

/** Asks who reviews. Nothing is decided without a name. */
export function renderNameDialog(): Html {
  return html`<dialog id="name-dialog" aria-labelledby="name-title"><form method="dialog">
<h2 id="name-title">Who reviews?</h2>
<p>Every decision is kept under this name.</p>
<label>Your name <input name="name" required maxlength="100" autocomplete="name"></label>
<menu><button type="button" data-close class="plain">Cancel</button><button value="ok" class="primary">Use this name</button></menu>
</form></dialog>`;
}

/** Asks for one text: a reason, a comment, a name. Title and label are filled in by the page. */
export function renderReasonDialog(): Html {
  return html`<dialog id="reason-dialog" aria-labelledby="reason-title"><form method="dialog">
<h2 id="reason-title">Reason</h2>
<p class="about"></p>
<label><span class="label">Reason</span> <textarea name="reason" rows="3" maxlength="2000"></textarea></label>
<p class="problem" role="alert"></p>
<menu><button type="button" data-close class="plain">Cancel ${keyHint('Esc')}</button><button value="ok" class="primary">Save ${keyHint('Ctrl ⏎')}</button></menu>
</form></dialog>`;
}

export function renderHelp(page: PageKind): Html {
  return html`<dialog id="help-dialog" aria-labelledby="help-title"><form method="dialog">
<h2 id="help-title">Keys</h2>
<dl class="keys" tabindex="0">${KEYS[page].map(({ keys, does }) => html`<dt>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dt><dd>${does}</dd>`)}</dl>
<label class="check"><input type="checkbox" id="single-keys" checked> Single keys work (switch off if you dictate or use other shortcuts)</label>
<menu><button value="ok" class="primary">Close</button></menu>
</form></dialog>`;
}

interface DialogFacts {
  readonly reviewer: string;
  readonly writer: 'model' | 'extractive';
}

/** The dialogs of the desk beside those that every page has. */
export function renderDeskDialogs({ reviewer, writer }: DialogFacts): Html {
  const made = writer === 'model' ? 'A model wrote it' : 'Software selected its passages';
  return html`${renderNameDialog()}
${renderReasonDialog()}
${renderHelp('desk')}
<dialog id="dismiss-dialog" aria-labelledby="dismiss-title"><form method="dialog">
<h2 id="dismiss-title">Dismiss this finding</h2>
<p class="about"></p>
<fieldset><legend>Why does it not stand?</legend>
<label class="check"><input type="radio" name="why" value="false-positive" required> The rule is mistaken here</label>
<label class="check"><input type="radio" name="why" value="verified-externally"> Verified elsewhere</label>
<label class="check"><input type="radio" name="why" value="editorial-choice"> An editorial choice</label>
</fieldset>
<label>Reason <textarea name="reason" rows="2" maxlength="2000"></textarea></label>
<label class="where" hidden>Where it was verified <input type="url" name="url" maxlength="2000" placeholder="https://"></label>
<p class="problem" role="alert"></p>
<menu><button type="button" data-close class="plain">Cancel ${keyHint('Esc')}</button><button value="ok" class="primary">Dismiss ${keyHint('Ctrl ⏎')}</button></menu>
</form></dialog>
<dialog id="listen-dialog" aria-labelledby="listen-title"><form method="dialog">
<h2 id="listen-title">Mark without playing?</h2>
<p>The desk has not played this quotation to its end. The record and the certificate will say so.</p>
<menu><button type="button" data-close class="plain">Cancel ${keyHint('Esc')}</button><button value="ok" class="primary" autofocus>Listened elsewhere ${keyHint('⏎')}</button></menu>
</form></dialog>
<dialog id="approve-dialog" aria-labelledby="approve-title"><form method="dialog">
<h2 id="approve-title">Approve for publication</h2>
<p>You answer for this wording. Any later edit opens the review again.</p>
<fieldset><legend>What I examined</legend>
<label class="check"><input type="checkbox" name="accuracy" required> <span><b>Accuracy</b>: names, numbers and quotations agree with the recording</span></label>
<label class="check"><input type="checkbox" name="plausibility" required> <span><b>Plausibility</b>: the statements make sense, and none is torn from its context</span></label>
<label class="check"><input type="checkbox" name="sources" required> <span><b>Sources</b>: it is clear who says what, and the source is what it claims to be</span></label>
</fieldset>
<label>Editor of record <input name="editor" required maxlength="100" value="${reviewer}"></label>
<fieldset><legend>What readers are told</legend>
<label class="check"><input type="radio" name="disclosure" value="named" required> ${made}, and the editor of record reviewed it, by name</label>
<label class="check"><input type="radio" name="disclosure" value="unnamed" required> ${made}, and an editor reviewed it, without a name</label>
</fieldset>
<label>Note for the record <textarea name="reason" rows="2" maxlength="2000"></textarea></label>
<p class="problem" role="alert"></p>
<menu><button type="button" data-close class="plain">Cancel ${keyHint('Esc')}</button><button value="ok" class="primary">Approve ${keyHint('Ctrl ⏎')}</button></menu>
</form></dialog>
<dialog id="rewrite-dialog" class="wide" aria-labelledby="rewrite-title"><form method="dialog">
<h2 id="rewrite-title">Word it anew</h2>
<p class="about"></p>
<label>What should change? <textarea name="instruction" rows="2" maxlength="1000" placeholder="Shorter, and name who asked."></textarea></label>
<div class="proposal" aria-live="polite"></div>
<label class="check overwrite" hidden><input type="checkbox" name="overwrite"> <span></span></label>
<p class="problem" role="alert"></p>
<menu><button type="button" data-close class="plain">Cancel ${keyHint('Esc')}</button><button type="button" data-do="propose">Ask the model</button><button value="ok" class="primary" disabled>Use this wording ${keyHint('Ctrl ⏎')}</button></menu>
</form></dialog>
<dialog id="conflict-dialog" class="wide" aria-labelledby="conflict-title"><form method="dialog">
<h2 id="conflict-title">Somebody saved before you</h2>
<p class="about"></p>
<div class="versions"><section><h3>As it is now</h3><p class="theirs" dir="auto"></p></section><section><h3>Yours</h3><p class="yours" dir="auto"></p></section></div>
<menu><button value="theirs" data-for="edit">Keep what is there</button><button value="again" data-for="edit">Edit yours again</button><button value="mine" class="primary" data-for="edit">Save yours over it</button><button value="look" class="primary" data-for="decision" hidden>Look at it</button></menu>
</form></dialog>
<dialog id="spelling-dialog" aria-labelledby="spelling-title"><form method="dialog">
<h2 id="spelling-title">Fix a spelling everywhere</h2>
<label>Spelling to replace <input name="from" required maxlength="100"></label>
<label>Right spelling <input name="to" required maxlength="100"></label>
<label class="check"><input type="checkbox" name="remember" checked> <span>Keep it in the channel’s glossary, for later articles</span></label>
<p class="problem" role="alert"></p>
<menu><button type="button" data-close class="plain">Cancel ${keyHint('Esc')}</button><button value="ok" class="primary">Fix everywhere ${keyHint('Ctrl ⏎')}</button></menu>
</form></dialog>`;
}
