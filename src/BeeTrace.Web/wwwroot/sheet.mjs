// The bench: samples down, analytes across, every cell an input that behaves as in a spreadsheet. Saving is in sheet-line.mjs.
import { Drafts, Line, newId } from './sheet-line.mjs';

const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
};

export async function start(root, options) {
  const response = await fetch(`/lab/sheet/${options.product}/data?markets=${options.markets.join(',')}`);
  if (!response.ok) throw new Error(`The sheet could not be read: ${response.status}`);
  const sheet = new Sheet(root, options, await response.json());
  root.bench = sheet;
  return sheet;
}

class Sheet {
  constructor(root, options, data) {
    Object.assign(this, { root, options, text: options.text, columns: data.columns, rows: data.rows, markets: data.markets, edit: false, at: [0, 0], anchor: null });
    this.cells = this.rows.map(row => this.columns.map(column => ({ saved: row.cells[column.analyte] ?? null })));
    this.drafts = new Drafts(options.account, options.product);
    this.line = new Line({
      drafts: this.drafts, account: options.account, markets: options.markets,
      answered: (sample, cells, answer) => this.answered(sample, cells, answer), changed: (state, waiting) => this.tellLine(state, waiting),
    });
    this.part = name => root.querySelector(`[data-is=${name}]`);
    this.build();
    this.restore();
    this.listen();
    this.focus(...this.firstEmpty());
    this.line.tell();
  }

  chip(verdict) {
    const found = document.getElementById(`verdict-${verdict}`);
    return found ? found.firstElementChild.cloneNode(true) : document.createTextNode(verdict);
  }

  build() {
    // On a phone one column fits beside the sample: what is typed comes first, what it means behind it.
    const inOrder = matchMedia('(max-width: 40rem)').matches ? (verdicts, readings) => [...readings, ...verdicts] : (verdicts, readings) => [...verdicts, ...readings];
    const head = element('tr', {}, element('th', { scope: 'col', textContent: this.text.sample }), ...inOrder(this.markets.map(market => element('th', { scope: 'col', textContent: market.name })), this.columns.map(column => element('th', { scope: 'col', className: 'num' },
      column.name, element('small', { textContent: column.unit }), element('small', { className: 'muted', textContent: column.method ?? '', title: column.conditions ?? '' })))));
    const body = this.rows.map((row, r) => {
      const line = element('tr', {}, element('th', { scope: 'row' }, element('a', { href: `/lab/samples/${row.sample}`, className: 'mono', textContent: row.sample }), element('small', { className: 'muted', textContent: row.received ?? '' })));
      row.verdicts = this.markets.map(() => element('td', { className: 'day' }));
      this.columns.forEach((column, c) => {
        const cell = this.cells[r][c];
        cell.input = element('input', { className: 'cell num', autocomplete: 'off', spellcheck: false, maxLength: 40, value: cell.saved?.text ?? '', readOnly: !this.options.canWrite });
        cell.input.setAttribute('aria-label', `${row.sample} ${column.name} ${column.unit}`);
        cell.input.dataset.r = r;
        cell.input.dataset.c = c;
        cell.td = element('td', {}, cell.input);
      });
      line.append(...inOrder(row.verdicts, this.cells[r].map(cell => cell.td)));
      return line;
    });
    this.part('grid').replaceChildren(element('table', { className: 'sheet' }, element('thead', {}, head), element('tbody', {}, ...body)));
    this.rows.forEach((_, r) => this.judge(r));
  }

  restore() {
    this.rows.forEach((row, r) => {
      for (const draft of this.drafts.of(row.sample)) {
        const c = this.columns.findIndex(column => column.analyte === draft.analyte);
        if (c < 0) continue;
        const cell = this.cells[r][c];
        // It had arrived; only the answer was lost.
        if (cell.saved?.id === draft.id) { this.drafts.drop(row.sample, draft.analyte); continue; }
        cell.input.value = draft.text;
        if (draft.state === 'typing') this.drafts.set(row.sample, draft.analyte, { ...draft, state: draft.base && !draft.reason ? 'reason' : 'open' });
        this.mark(r, c);
        this.line.send(row.sample);
      }
    });
  }

  firstEmpty() {
    for (let r = 0; r < this.rows.length; r++) {
      const c = this.cells[r].findIndex(cell => !cell.input.value);
      if (c >= 0) return [r, c];
    }
    return [0, 0];
  }

  listen() {
    const grid = this.part('grid');
    const place = event => event.target.dataset.r === undefined ? null : [+event.target.dataset.r, +event.target.dataset.c];
    grid.addEventListener('focusin', event => { const at = place(event); if (at) this.arrive(...at); });
    grid.addEventListener('focusout', event => { const at = place(event); if (at) this.commit(...at); });
    grid.addEventListener('input', event => { const at = place(event); if (at) this.typed(...at); });
    grid.addEventListener('keydown', event => { const at = place(event); if (at) this.key(event, ...at); });
    grid.addEventListener('paste', event => { const at = place(event); if (at) this.paste(event, ...at); });
    grid.addEventListener('copy', event => { const at = place(event); if (at && this.anchor) this.copy(event); });
    this.part('find').addEventListener('keydown', event => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      const r = this.rowOf(event.target.value);
      this.part('find-answer').textContent = r < 0 ? this.text.notHere.replace('{0}', event.target.value) : '';
      if (r >= 0) { event.target.value = ''; this.focus(r, 0); }
    });
    addEventListener('pagehide', () => this.commit(...this.at));
    // A page that is left for another one of the same circuit takes the table away.
    new MutationObserver((_, watch) => { if (!this.root.isConnected) watch.disconnect(); }).observe(document.body, { childList: true, subtree: true });
  }

  /** A scanned or typed code, whatever its case, spaces and dashes. */
  rowOf(text) {
    const bare = code => code.toUpperCase().replace(/[\s-]/g, '');
    const wanted = bare(text);
    return wanted ? this.rows.findIndex(row => bare(row.sample) === wanted) : -1;
  }

  focus(r, c) {
    const cell = this.cells[Math.max(0, Math.min(r, this.rows.length - 1))]?.[Math.max(0, Math.min(c, this.columns.length - 1))];
    cell?.input.focus();
  }

  arrive(r, c) {
    this.at = [r, c];
    this.edit = false;
    this.cells[r][c].input.select();
    if (!this.extending) this.select(null);
    this.explain(r, c);
  }

  key(event, r, c) {
    // Enter, arrows and Esc belong to the input method while a word is being composed.
    if (event.isComposing || event.keyCode === 229) return;
    const move = (dr, dc, extend = false) => {
      event.preventDefault();
      if (extend && !this.anchor) this.anchor = [r, c];
      this.extending = extend;
      this.focus(r + dr, c + dc);
      this.extending = false;
      if (extend) this.select(this.anchor);
    };
    const control = event.ctrlKey || event.metaKey;
    switch (event.key) {
      case 'Enter': {
        const scanned = this.rowOf(event.target.value);
        if (scanned >= 0) { event.preventDefault(); this.revert(r, c); this.focus(scanned, c); return; }
        return move(event.shiftKey ? -1 : 1, 0);
      }
      case 'ArrowDown': return move(1, 0, event.shiftKey);
      case 'ArrowUp': return move(-1, 0, event.shiftKey);
      case 'ArrowLeft': return this.edit ? undefined : move(0, -1, event.shiftKey);
      case 'ArrowRight': return this.edit ? undefined : move(0, 1, event.shiftKey);
      case 'PageDown': return move(10, 0);
      case 'PageUp': return move(-10, 0);
      case 'Home': return this.edit ? undefined : move(control ? -r : 0, -c);
      case 'End': return this.edit ? undefined : move(control ? this.rows.length : 0, this.columns.length);
      case 'F2': event.preventDefault(); this.edit = true; event.target.setSelectionRange(event.target.value.length, event.target.value.length); return;
      case 'Escape': event.preventDefault(); this.revert(r, c); event.target.select(); return;
      case 'Delete': if (!this.edit) { event.preventDefault(); this.revert(r, c); event.target.select(); } return;
      case 'd': case 'D': if (control) { event.preventDefault(); this.fillDown(r, c); } return;
    }
  }

  range() {
    const [[r1, c1], [r2, c2]] = [this.anchor ?? this.at, this.at];
    return { top: Math.min(r1, r2), bottom: Math.max(r1, r2), left: Math.min(c1, c2), right: Math.max(c1, c2) };
  }

  select(anchor) {
    this.anchor = anchor;
    for (const old of this.part('grid').querySelectorAll('td.picked')) old.classList.remove('picked');
    if (!anchor) return;
    const { top, bottom, left, right } = this.range();
    for (let r = top; r <= bottom; r++) for (let c = left; c <= right; c++) this.cells[r][c].td.classList.add('picked');
  }

  fillDown() {
    if (!this.options.canWrite) return;
    const { top, bottom, left, right } = this.range();
    const from = this.anchor ? top : top - 1;
    if (from < 0) return;
    for (let c = left; c <= right; c++) for (let r = from + 1; r <= bottom; r++) this.put(r, c, this.cells[from][c].input.value);
  }

  copy(event) {
    const { top, bottom, left, right } = this.range();
    event.preventDefault();
    event.clipboardData.setData('text/plain', this.cells.slice(top, bottom + 1).map(row => row.slice(left, right + 1).map(cell => cell.input.value).join('\t')).join('\n'));
  }

  paste(event, r, c) {
    const text = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n').replace(/\n$/, '');
    if (!/[\t\n]/.test(text) || !this.options.canWrite) return;
    event.preventDefault();
    let outside = 0;
    text.split('\n').forEach((line, dr) => line.split('\t').forEach((value, dc) => {
      if (!value.trim()) return;
      if (this.cells[r + dr]?.[c + dc]) this.put(r + dr, c + dc, value.trim()); else outside++;
    }));
    this.part('find-answer').textContent = outside ? this.text.outside.replace('{0}', outside) : '';
    this.cells[r][c].input.select();
  }

  put(r, c, value) {
    this.cells[r][c].input.value = value;
    this.commit(r, c);
  }

  revert(r, c) {
    const cell = this.cells[r][c];
    cell.input.value = cell.saved?.text ?? '';
    this.drafts.drop(this.rows[r].sample, this.columns[c].analyte);
    this.mark(r, c);
    this.explain(r, c);
  }

  draft(r, c) { return this.drafts.get(this.rows[r].sample, this.columns[c].analyte); }

  setDraft(r, c, draft) { this.drafts.set(this.rows[r].sample, this.columns[c].analyte, draft); }

  typed(r, c) {
    const cell = this.cells[r][c];
    const before = this.draft(r, c);
    this.setDraft(r, c, { id: newId(), text: cell.input.value, base: before?.base ?? cell.saved?.id ?? null, reason: before?.reason ?? '', sure: false, state: 'typing' });
  }

  commit(r, c) {
    const cell = this.cells[r][c];
    const text = cell.input.value.trim();
    const before = this.draft(r, c);
    if (before && before.text === text && before.state !== 'typing') return;
    // A saved reading is corrected; emptying its cell restores it, and withdrawing it is a button of its own.
    if (!text || text === (cell.saved?.text ?? '')) return before || cell.input.value !== (cell.saved?.text ?? '') ? this.revert(r, c) : undefined;
    const base = before?.base ?? cell.saved?.id ?? null;
    const reason = before?.reason ?? '';
    this.setDraft(r, c, { id: newId(), text, base, reason, sure: false, state: base && !reason ? 'reason' : 'open' });
    this.mark(r, c);
    if (this.at[0] === r && this.at[1] === c) this.explain(r, c);
    this.line.send(this.rows[r].sample);
  }

  answered(sample, sent, answer) {
    const r = this.rows.findIndex(row => row.sample === sample);
    if (answer.markets) this.rows[r].markets = answer.markets;
    for (const { id, analyte, text } of sent) {
      const c = this.columns.findIndex(column => column.analyte === analyte);
      const cell = this.cells[r][c];
      const now = this.draft(r, c);
      const told = answer.cells?.find(one => one.id === id) ?? { state: 'refused', sentences: answer.sentences };
      if (told.stands) cell.stands = told.stands;
      if (told.state === 'saved') {
        cell.saved = told.stands;
        if (now?.id === id) { this.drafts.drop(sample, analyte); if (document.activeElement !== cell.input || cell.input.value.trim() === text) cell.input.value = told.stands?.text ?? ''; }
        // Typed on meanwhile: that is now a correction of what has just been saved.
        else if (now) this.setDraft(r, c, { ...now, base: told.stands?.id ?? null, state: now.reason || !told.stands ? 'open' : 'reason' });
      } else if (now?.id === id) {
        this.setDraft(r, c, { ...now, state: told.state, sentences: told.sentences, theirs: told.stands ?? null });
      }
      this.mark(r, c);
    }
    this.judge(r);
    if (this.at[0] === r) this.explain(...this.at);
    if (document.activeElement?.dataset?.r === String(r) && !this.edit && !this.draft(...this.at)) document.activeElement.select();
  }

  judge(r) {
    const row = this.rows[r];
    this.markets.forEach((market, m) => {
      const judged = row.markets.find(one => one.market === market.code);
      row.verdicts[m].replaceChildren(judged ? this.chip(judged.verdict) : '–');
    });
    this.columns.forEach((column, c) => {
      const verdict = row.markets[0]?.items[column.analyte]?.verdict;
      const fails = this.cells[r][c].saved && (verdict === 'Fail' || verdict === 'ConditionalFail');
      this.cells[r][c].td.classList.toggle('bad', !!fails);
    });
  }

  mark(r, c) {
    const { td, input } = this.cells[r][c];
    const state = this.draft(r, c)?.state ?? '';
    td.dataset.state = state;
    const wrong = ['refused', 'conflict', 'ask', 'reason'].includes(state);
    if (wrong) { input.setAttribute('aria-invalid', 'true'); input.setAttribute('aria-describedby', 'bench-why'); }
    else { input.removeAttribute('aria-invalid'); input.removeAttribute('aria-describedby'); }
    this.line.tell();
  }

  explain(r, c) {
    const [row, column, cell, draft] = [this.rows[r], this.columns[c], this.cells[r][c], this.draft(r, c)];
    this.part('cell').textContent = `${row.sample} · ${column.name}`;
    this.part('saved').textContent = cell.saved ? this.text.savedBy.replace('{0}', cell.saved.text).replace('{1}', cell.saved.by ?? '').replace('{2}', cell.saved.at) : '';
    this.part('why').replaceChildren(...(draft?.sentences ?? []).map(sentence => element('p', { className: 'wrong', textContent: sentence })));
    const actions = [];
    const button = (text, work, main) => element('button', { type: 'button', className: main ? 'btn main' : 'btn', textContent: text, onclick: work });
    const again = change => { this.setDraft(r, c, { ...this.draft(r, c), id: newId(), ...change, state: 'open', sentences: null }); this.mark(r, c); this.line.send(row.sample); this.focus(r, c); };
    if (cell.saved && !draft && !cell.input.readOnly) {
      actions.push(button(this.text.withdraw, () => {
        cell.input.value = '';
        this.setDraft(r, c, { id: newId(), text: '', base: cell.saved.id, reason: '', sure: false, state: 'reason' });
        this.mark(r, c);
        this.explain(r, c);
        document.getElementById('bench-reason')?.focus();
      }));
    }
    if (draft?.state === 'ask') actions.push(button(this.text.sure, () => again({ sure: true }), true));
    if (draft?.state === 'conflict') {
      actions.push(button(this.text.keepTheirs, () => { cell.saved = draft.theirs; this.revert(r, c); this.focus(r, c); }));
      actions.push(button(this.text.keepMine, () => { this.setDraft(r, c, { ...draft, base: draft.theirs?.id ?? null, state: 'reason', sentences: null }); cell.saved = draft.theirs; this.mark(r, c); this.explain(r, c); this.part('why').parentElement.querySelector('input')?.focus(); }));
    }
    if (draft?.state === 'reason') {
      const reason = element('input', { className: 'input', id: 'bench-reason', maxLength: 400, value: draft.reason });
      const save = () => reason.value.trim() && again({ reason: reason.value.trim() });
      reason.addEventListener('keydown', event => { if (event.key === 'Enter' && !event.isComposing) { event.preventDefault(); save(); } });
      actions.push(element('label', { htmlFor: 'bench-reason', textContent: (draft.text ? this.text.reason : this.text.withdrawReason).replace('{0}', cell.saved?.text ?? '') }), reason, button(draft.text ? this.text.saveCorrection : this.text.withdraw, save, true));
    }
    this.part('deeds').replaceChildren(...actions);
    this.part('grounds').replaceChildren(...(cell.saved ? row.markets : []).filter(market => market.items[column.analyte]).map(market => {
      const item = market.items[column.analyte];
      return element('tr', {}, element('th', { scope: 'row', textContent: this.markets.find(one => one.code === market.market)?.name ?? market.market }),
        element('td', { textContent: item.limit ?? '–' }), element('td', { className: 'muted', textContent: item.standard ?? '' }),
        element('td', { className: 'mono', textContent: item.rule }), element('td', {}, this.chip(item.verdict)), element('td', { textContent: item.why ?? '' }));
    }));
  }

  tellLine(state, waiting) {
    const [reasons, wrong] = [this.drafts.count('reason'), ['refused', 'ask', 'conflict'].reduce((sum, kind) => sum + this.drafts.count(kind), 0)];
    const say = [];
    if (state === 'saved' && !waiting && !reasons && !wrong) say.push(this.text.saved);
    if (state === 'saved' && waiting) say.push(this.text.saving);
    if (state !== 'saved') say.push((this.text[state] ?? this.text['no-line']).replace('{0}', this.drafts.count()));
    if (reasons) say.push(this.text.needReason.replace('{0}', reasons));
    if (wrong) say.push(this.text.toMend.replace('{0}', wrong));
    if (this.drafts.isKept === false) say.push(this.text.notKept);
    const told = say.join(' ');
    if (this.part('line').textContent !== told) this.part('line').textContent = told;
    this.root.dataset.line = state === 'saved' && !waiting && !this.drafts.count('open') ? 'saved' : state;
  }

  /** Samples whose every asked-for cell is saved, for the button that hands them on. */
  async submit() {
    const samples = this.rows.filter((row, r) => !this.drafts.of(row.sample).length && this.columns.every((column, c) => !column.required || this.cells[r][c].saved)).map(row => row.sample);
    if (!samples.length) { this.part('submitted').textContent = this.text.nothingComplete; return; }
    const response = await fetch('/lab/sheet/submit', { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-BeeTrace-Outbox': '1' }, body: JSON.stringify({ account: this.options.account, samples }) });
    const answer = response.ok ? await response.json() : null;
    this.part('submitted').textContent = answer?.message ?? this.text['no-line'].replace('{0}', this.drafts.count());
    if (!answer) return;
    for (const sample of answer.done) {
      const r = this.rows.findIndex(row => row.sample === sample);
      this.cells[r].forEach(cell => { cell.input.readOnly = true; });
      this.cells[r][0].td.parentElement.classList.add('handed-on');
    }
  }
}
