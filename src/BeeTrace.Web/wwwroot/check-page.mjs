// Checks papers in the reader's own browser. Without this script the form sends one file to the server. What is needed for the check
// itself is fetched with the first file; words come from the page, in its language.
const here = document.getElementById('check-here'), form = document.getElementById('pdf');
const words = JSON.parse(here.dataset.words), language = document.documentElement.lang;
const largestFile = 5 * 1024 * 1024, mostFiles = 2000, atOnce = 4;
const keysAddress = '/log/keys.txt';
const file = document.getElementById('file'), folder = document.getElementById('folder');
const part = (root, name) => root.querySelector(`[data-is=${name}]`);
const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, at) => values[at]);
const grouped = number => new Intl.NumberFormat('en').format(number);
const copyOf = id => document.getElementById(id).content.cloneNode(true);

// ---- Moments and days as the rest of the product writes them.
const two = number => String(number).padStart(2, '0');

function moment(at, offset = -new Date(at).getTimezoneOffset()) {
  const wall = new Date(at + 60_000 * offset), ahead = Math.abs(offset);
  return `${wall.getUTCFullYear()}-${two(wall.getUTCMonth() + 1)}-${two(wall.getUTCDate())} ${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())} ${offset < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
}

const iso = (at, offset) => moment(at, offset).replace(/ (\d\d:\d\d) /, `T$1:${two(new Date(at).getUTCSeconds())}`);
const dayInWords = day => new Intl.DateTimeFormat(language.startsWith('zh') ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

// ---- The means of a check: our modules, the library, the keys. Fetched once; the keys anew for each check where there is a line.
const address = name => new URL(name, document.baseURI).href;
let means = null, keys = null;

function tools() {
  means ??= Promise.all([import(address(here.dataset.paper)), import(address(here.dataset.library))]).catch(broken => { means = null; throw broken; });
  return means;
}

async function fetchKeys() {
  try {
    const response = await fetch(keysAddress, { cache: 'no-cache', credentials: 'omit' });
    if (response.ok) {
      const kept = response.headers.get('X-BeeTrace-Kept');
      keys = { text: await response.text(), at: Date.parse(kept ?? response.headers.get('Date') ?? '') || Date.now(), isKept: kept !== null };
    }
  } catch {
    // No line, and no worker that kept them: what this page fetched before will do.
    if (keys) keys = { ...keys, isKept: true };
  }
  return keys;
}

// ---- One file.
async function look({ file: one, name }, check, trusted) {
  if (one.size > largestFile) return { name, file: one, verdict: { finding: 'too-large' } };
  let bytes;
  // A file that was moved or locked after it was chosen.
  try { bytes = new Uint8Array(await one.arrayBuffer()); } catch { return { name, file: one, verdict: { finding: 'unreadable' } }; }
  const verdict = await check(bytes, trusted);
  if (!verdict.signedLength) return { name, file: one, verdict, number: verdict.number };
  // Something was added, as the stamp of a withdrawal is: the paper below it tells its number, to be asked about.
  const below = await check(bytes.subarray(0, verdict.signedLength), trusted);
  return { name, file: one, verdict, number: below.finding === 'holds' ? below.number : undefined };
}

// ---- What has become of it since: the number is asked for, once, and nothing else is sent.
async function ask(row, line) {
  if (!row.number) return;
  if (!line.asked.has(row.number)) line.asked.set(row.number, recordOf(row.number, line));
  Object.assign(row, await line.asked.get(row.number));
}

async function recordOf(number, line) {
  if (line.isDown) return {};
  try {
    const response = await fetch(`/api/v1/certificates/${encodeURIComponent(number)}`, { headers: { Accept: 'application/json' } });
    line.hasSent = true;
    if (response.status === 429) line.isDown = line.isBusy = true;
    if (!response.ok && response.status !== 404) return {};
    return { record: response.ok ? await response.json() : { state: 'unknown' }, askedAt: Date.now() };
  } catch {
    line.isDown = true;
    return {};
  }
}

function kindOf({ verdict, record }) {
  const isEnded = record?.state === 'withdrawn' || record?.state === 'replaced';
  if (verdict.finding !== 'holds') return isEnded ? record.state : 'no';
  if (!record) return 'held';
  return record.state === 'valid' || isEnded ? record.state : 'broken';
}

const toneOf = kind => ({ valid: 'pass', held: 'open' })[kind] ?? 'fail';

function bodyOf(row, kind) {
  if (kind === 'no') return words.findings[row.verdict.finding];
  const ended = row.record?.endedOn ? dayInWords(row.record.endedOn) : '';
  return fill(words.bodies[kind], ended, (row.record?.endReason ?? words.noReason).replace(/[。.]$/, ''));
}

// After a full-width stop comes no space.
const joined = sentences => sentences.filter(Boolean).reduce((text, next) => text + (!text || /[。：]$/.test(text) ? '' : ' ') + next, '');

function whyOf(row, kind, line) {
  const parts = [kind === 'valid' ? fill(words.askedValid, moment(row.askedAt)) : kind === 'held' ? unasked(line) : bodyOf(row, kind)];
  if (kind === 'replaced' && row.record.replacedBy) parts.push(row.record.replacedBy);
  if (kind !== 'no' && row.verdict.finding !== 'holds') parts.push(words.findings[row.verdict.finding]);
  return joined([...parts, ...row.record?.warnings ?? []]);
}

const unasked = line => line.isBusy ? words.busyAsked : words.notAsked;

// ---- One file: the answer in words, and what was looked at.
function thing(tone, what) {
  const made = copyOf(`check-thing-${tone}`);
  part(made, 'what').textContent = what;
  return made;
}

function thingsOf({ verdict, record, askedAt, number }, kind, line) {
  const things = [];
  if (verdict.signer) {
    things.push(thing(verdict.finding === 'signer-unknown' ? 'fail' : 'pass', fill(words.bySigner, verdict.signer)));
    things.push(thing('open', fill(words.signedAt, moment(verdict.signedAt.at, verdict.signedAt.offset))));
    if (verdict.timestampedAt !== undefined) things.push(thing('pass', fill(words.timestampedAt, moment(verdict.timestampedAt))));
  }
  if (verdict.sha256) things.push(thing('pass', fill(words.content, verdict.sha256)));
  if (verdict.finding === 'holds') things.push(thing('pass', fill(words.logged, grouped(verdict.index + 1n), grouped(verdict.size), verdict.origin)));
  else things.push(thing('fail', words.findings[verdict.finding]));
  if (record?.state === 'valid') things.push(thing(kind === 'valid' ? 'pass' : 'open', fill(words.askedValid, moment(askedAt))));
  else if (record) things.push(thing('fail', fill(words.askedEnded, moment(askedAt), words.states[record.state] ?? words.states.broken)));
  else if (number) things.push(thing('open', unasked(line)));
  return things;
}

function link(anchor, number, text = number) {
  anchor.href = `/c/${encodeURIComponent(number)}`;
  if (text) anchor.textContent = text;
  anchor.hidden = false;
}

function showOne(row, line) {
  const view = copyOf('check-one'), kind = kindOf(row), banner = part(view, 'banner');
  banner.classList.add(toneOf(kind));
  part(view, 'title').textContent = words.titles[kind];
  part(view, 'body').textContent = bodyOf(row, kind);
  if (row.record?.replacedBy) link(part(view, 'next'), row.record.replacedBy);
  const warnings = joined(row.record?.warnings ?? []);
  part(view, 'warning').textContent = warnings;
  part(view, 'warning').hidden = !warnings;
  part(view, 'file').textContent = row.name;
  if (row.number) {
    link(part(view, 'number'), row.number);
    link(part(view, 'sheet-link'), row.number, null);
  }
  part(view, 'numbered').hidden = part(view, 'sheet').hidden = !row.number;
  part(view, 'notes').textContent = joined(notesOf(line));
  part(view, 'send').hidden = kind !== 'no' || line.isDown || row.file.size > largestFile || file.files[0]?.name !== row.file.name;
  part(view, 'checked').replaceChildren(...thingsOf(row, kind, line));
  put(view, banner);
}

const notesOf = line => [line.hasSent ? words.numberSent : words.nothingSent, fill(keys.isKept ? words.keysKept : words.keysOf, moment(keys.at))];

// ---- Many files: a sentence, a table, and the table to take away.
function showMany(rows, line, passed, beyond) {
  const view = copyOf('check-many'), banner = part(view, 'banner'), kinds = rows.map(kindOf), count = (...wanted) => kinds.filter(kind => wanted.includes(kind)).length;
  const ended = count('withdrawn', 'replaced'), no = count('no', 'broken'), held = count('held');
  banner.classList.add(ended + no ? 'fail' : held ? 'open' : 'pass');
  part(view, 'title').textContent = fill(words.sum, grouped(rows.length), grouped(count('valid')), grouped(held), grouped(ended), grouped(no));
  part(view, 'body').textContent = joined([held ? words.bodies.held : '', line.isBusy ? words.busyAsked : '']);
  part(view, 'notes').textContent = joined([...notesOf(line), passed ? fill(words.passed, grouped(passed)) : '', beyond ? fill(words.beyond, grouped(mostFiles)) : '']);
  part(view, 'rows').replaceChildren(...rows.map((row, at) => {
    const made = copyOf('check-row'), chip = copyOf(`check-chip-${toneOf(kinds[at])}`);
    part(chip, 'word').textContent = words.states[kinds[at]];
    part(made, 'file').textContent = row.name;
    part(made, 'state').append(chip);
    part(made, 'why').textContent = whyOf(row, kinds[at], line);
    if (row.number) link(part(made, 'number'), row.number);
    return made;
  }));
  part(view, 'csv').addEventListener('click', () => save(csv(rows, kinds, line)));
  put(view, banner);
}

// RFC 4180. File names come from strangers: what a spreadsheet would take for a formula gets an apostrophe in front.
function csvField(content) {
  let text = String(content ?? '');
  if (/^\s*[=+\-@＝＋－＠]/.test(text) || /^[\t\r\n]/.test(text)) text = `'${text}`;
  return /[,"\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csv(rows, kinds, line) {
  const head = ['file', 'state', 'holds', 'finding', 'number', 'content_sha256', 'signed_at', 'timestamped_at', 'log_index', 'log_size', 'ended_on', 'replaced_by', 'asked_at', 'reason'];
  const lines = rows.map((row, at) => {
    const { verdict, record } = row;
    return [row.name, kinds[at], verdict.finding === 'holds' ? 'yes' : 'no', verdict.finding, row.number, verdict.sha256, verdict.signedAt && iso(verdict.signedAt.at, verdict.signedAt.offset),
      verdict.timestampedAt === undefined ? '' : iso(verdict.timestampedAt), verdict.index, verdict.size, record?.endedOn, record?.replacedBy, row.askedAt && iso(row.askedAt), whyOf(row, kinds[at], line)];
  });
  return '\ufeff' + [head, ...lines].map(fields => fields.map(csvField).join(',') + '\r\n').join('');
}

function save(text) {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  anchor.download = `beetrace-check-${moment(Date.now()).slice(0, 10)}.csv`;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 60_000);
}

// ---- The work.
function say(text) {
  const progress = part(here, 'progress');
  if (progress.textContent !== text) progress.textContent = text;
  progress.hidden = !text;
}

function put(view, banner) {
  part(here, 'answer').replaceChildren(view);
  say('');
  banner.focus();
}

/** Does the work for each, a few at a time. */
async function each(list, work) {
  const waiting = list[Symbol.iterator]();
  await Promise.all(Array.from({ length: atOnce }, async () => { for (const one of waiting) await work(one); }));
}

let turn = 0;

/** Checks files ({ file, name }); of a folder it was counted how many others there are. */
async function check(files, passed = 0) {
  const mine = ++turn, chosen = files.slice(0, mostFiles), line = { isDown: !navigator.onLine, isBusy: false, hasSent: false, asked: new Map() };
  here.hidden = false;
  delete here.dataset.done;
  part(here, 'answer').replaceChildren();
  if (!chosen.length) return say(words.noPdf);
  const tell = done => say(fill(words.progress, grouped(done), grouped(chosen.length)));
  tell(0);
  let checkPaper, trusted;
  try {
    const [paper, library] = await tools(), known = await fetchKeys();
    trusted = known && await paper.trust(known.text, library);
    checkPaper = paper.checkPaper;
  } catch { trusted = null; }
  if (mine !== turn) return;
  if (!trusted) return say(words.keysMissing);

  const rows = new Array(chosen.length), lanes = new Array(atOnce).fill(Promise.resolve());
  let done = 0, told = performance.now();
  await each(chosen.keys(), async at => {
    if (mine !== turn) return;
    const row = rows[at] = await look(chosen[at], checkPaper, trusted);
    lanes[at % atOnce] = lanes[at % atOnce].then(() => mine === turn && ask(row, line));
    done++;
    if (performance.now() - told > 500) {
      told = performance.now();
      tell(done);
    }
  });
  await Promise.all(lanes);
  if (mine !== turn) return;
  if (rows.length === 1 && !passed) showOne(rows[0], line);
  else showMany(rows, line, passed, files.length > mostFiles);
  here.dataset.done = rows.length;
}

const isPdf = name => /\.pdf$/i.test(name);
const byName = (one, other) => one.name < other.name ? -1 : one.name > other.name ? 1 : 0;

function checkFolder(files) {
  const all = files.map(one => ({ file: one, name: one.webkitRelativePath || one.name }));
  const wanted = all.filter(({ name }) => isPdf(name)).sort(byName);
  return check(wanted, all.length - wanted.length);
}

/** All files of dropped folders. */
async function filesIn(entries) {
  const found = [], waiting = [...entries];
  while (waiting.length && found.length < 10 * mostFiles) {
    const entry = waiting.shift();
    if (entry.isFile) {
      const one = await new Promise(done => entry.file(done, () => done(null)));
      if (one) found.push({ file: one, name: entry.fullPath.replace(/^\//, '') });
      continue;
    }
    const reader = entry.createReader();
    // A reader answers in portions until one is empty.
    for (let some; (some = await new Promise(done => reader.readEntries(done, () => done([])))).length;) waiting.push(...some);
  }
  return found;
}

async function drop(transfer) {
  const entries = [...transfer.items].map(item => item.webkitGetAsEntry?.()), files = [...transfer.files];
  if (!entries.some(entry => entry?.isDirectory)) {
    // So that the one file can also be sent, when the reader asks for that.
    if (files.length === 1) file.files = transfer.files;
    return files.length ? check(files.map(one => ({ file: one, name: one.name }))) : undefined;
  }
  const all = await filesIn(entries.filter(Boolean)), wanted = all.filter(({ name }) => isPdf(name)).sort(byName);
  return check(wanted, all.length - wanted.length);
}

// ---- The page. Where the browser has no cryptography (plain http), the form stays what it is.
function keep() {
  if (!navigator.serviceWorker) return void tools().then(fetchKeys, () => {});
  if (navigator.connection?.saveData) return;
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    if (data.kept) for (const line of document.querySelectorAll('[data-check=kept]')) line.hidden = false;
  });
  navigator.serviceWorker.register('/check-sw.js', { scope: '/check' }).then(async () => (await navigator.serviceWorker.ready).active.postMessage({ language })).catch(() => {});
}

if (globalThis.crypto?.subtle && globalThis.DecompressionStream) {
  for (const piece of document.querySelectorAll('[data-check=here]')) piece.hidden = false;
  for (const piece of document.querySelectorAll('[data-check=server]')) piece.hidden = true;
  form.classList.add('drop');
  file.multiple = true;
  file.addEventListener('change', () => file.files.length && check([...file.files].map(one => ({ file: one, name: one.name }))));
  folder.addEventListener('change', () => folder.files.length && checkFolder([...folder.files]));
  // Beside the zone too: a file that is dropped a little off must not take the page away.
  addEventListener('dragover', event => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    form.classList.add('over');
  });
  for (const kind of ['dragleave', 'drop']) addEventListener(kind, () => form.classList.remove('over'));
  addEventListener('drop', event => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    drop(event.dataTransfer);
  });
  // Not while the page itself is still loading.
  if (globalThis.requestIdleCallback) requestIdleCallback(keep, { timeout: 2000 });
  else setTimeout(keep);
}
