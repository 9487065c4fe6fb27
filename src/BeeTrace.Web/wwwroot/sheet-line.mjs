// What was typed and is not saved yet: kept in this browser, sent row by row, sent again when the line is back.

/** A version 4 UUID; crypto.randomUUID is missing on plain http. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  return [...bytes].map((b, i) => ([4, 6, 8, 10].includes(i) ? '-' : '') + b.toString(16).padStart(2, '0')).join('');
}

/** Drafts by "sample|analyte", of one account and one product. */
export class Drafts {
  constructor(account, product) {
    this.key = `beetrace-sheet:${account}:${product}`;
    try { this.all = new Map(Object.entries(JSON.parse(localStorage.getItem(this.key) ?? '{}'))); }
    catch { this.all = new Map(); }
  }
  get(sample, analyte) { return this.all.get(`${sample}|${analyte}`); }
  set(sample, analyte, draft) { this.all.set(`${sample}|${analyte}`, draft); this.keep(); }
  drop(sample, analyte) { if (this.all.delete(`${sample}|${analyte}`)) this.keep(); }
  of(sample) { return [...this.all].filter(([key]) => key.startsWith(sample + '|')).map(([key, draft]) => ({ analyte: key.slice(sample.length + 1), ...draft })); }
  count(state) { return [...this.all.values()].filter(draft => !state || draft.state === state).length; }
  first(state) { return [...this.all].find(([, draft]) => draft.state === state)?.[0].split('|'); }
  keep() {
    // A full or forbidden store must not stop the work; the line's state says that nothing is kept.
    try { localStorage.setItem(this.key, JSON.stringify(Object.fromEntries(this.all))); this.isKept = true; }
    catch { this.isKept = false; }
  }
}

/** Sends the rows that have something to send, one request a row at a time. */
export class Line {
  constructor({ drafts, account, markets, answered, changed }) {
    Object.assign(this, { drafts, account, markets, answered, changed, rows: new Set(), flying: new Set(), pause: 0, state: 'saved' });
    addEventListener('online', () => this.again());
    addEventListener('focus', () => this.state !== 'saved' && this.again());
  }
  send(sample) { this.rows.add(sample); clearTimeout(this.timer); this.timer = setTimeout(() => this.flush(), 150); this.tell(); }
  again() { this.pause = 0; this.flush(); }
  flush() {
    clearTimeout(this.timer);
    for (const sample of [...this.rows]) {
      if (this.flying.has(sample)) continue;
      if (this.flying.size > 3) break;
      this.rows.delete(sample);
      const cells = this.drafts.of(sample).filter(draft => draft.state === 'open');
      if (cells.length) this.post(sample, cells);
    }
  }
  async post(sample, cells) {
    this.flying.add(sample);
    let response, answer;
    try {
      response = await fetch('/lab/sheet/rows', {
        method: 'POST', headers: { 'Content-Type': 'application/json', 'X-BeeTrace-Outbox': '1' },
        body: JSON.stringify({ account: this.account, sample, markets: this.markets,
          cells: cells.map(({ id, analyte, text, base, reason, sure }) => ({ id, analyte, text, supersedes: base, reason, sure })) }),
      });
      answer = await response.json();
    } catch { answer = null; }
    this.flying.delete(sample);
    if (response?.ok && answer) {
      this.pause = 0;
      this.state = 'saved';
      this.answered(sample, cells, answer);
    } else if (response?.status === 422 && answer) {
      this.state = 'saved';
      this.answered(sample, cells, answer);
    } else {
      // Nothing is lost: it waits here, and for the door where somebody has to sign in again.
      this.state = response?.status === 401 || response?.status === 403 ? answer?.state ?? 'signed-out' : 'no-line';
      this.rows.add(sample);
      this.pause = Math.min(30, this.pause * 2 || 1);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.flush(), this.pause * 1000);
    }
    if (this.rows.size && this.state === 'saved') this.flush();
    this.tell();
  }
  tell() { this.changed(this.state, this.rows.size + this.flying.size); }
}
