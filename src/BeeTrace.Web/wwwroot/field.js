// Every form works without this script; with it nothing typed is lost: fields are kept on the phone as they are typed, and what
// is sent goes through an outbox that waits for a line. Words come from the page, in its language.
const line = document.getElementById('field-line');
const words = line.dataset;
const { account, home } = words;
const form = document.querySelector('form[data-entry]');
const draftKey = `${account} ${location.pathname}${location.search}`;
const news = 'BroadcastChannel' in self ? new BroadcastChannel('beetrace-field') : null;
const monthMs = 30 * 24 * 3600e3, longestWaitMs = 300e3, answerWithinMs = 20e3;
const element = (tag, properties) => Object.assign(document.createElement(tag), properties);

// ---- What is kept: drafts by person and page, and the outbox by the entry's id.
const database = new Promise((done, fail) => {
  const asked = indexedDB.open('beetrace-field', 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore('drafts', { keyPath: 'key' });
    asked.result.createObjectStore('outbox', { keyPath: 'id' });
  };
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => fail(asked.error);
});

// One transaction over both stores: an entry is in the outbox or still a draft, never neither.
async function kept(mode, work) {
  const open = await database;
  return new Promise((done, fail) => {
    const transaction = open.transaction(['drafts', 'outbox'], mode);
    const request = work(transaction.objectStore('drafts'), transaction.objectStore('outbox'));
    transaction.oncomplete = () => done(request?.result);
    transaction.onabort = transaction.onerror = () => fail(transaction.error);
  });
}

const put = entry => kept('readwrite', (_, outbox) => outbox.put(entry)).then(changed);
const drop = id => kept('readwrite', (_, outbox) => outbox.delete(id)).then(changed);
const mine = async () => (await kept('readonly', (_, outbox) => outbox.getAll()))
  .filter(entry => entry.account === account).sort((a, b) => a.at - b.at);

// ---- Ids and receipts. randomUUID is there in a secure context only.
function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = bytes[6] & 15 | 64;
  bytes[8] = bytes[8] & 63 | 128;
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

// The same number that the server will give: the last twenty bits of the id and a check character (ReceiptNumber).
function receiptOf(id) {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const bits = parseInt(id.slice(-5), 16);
  let text = '', carry = 32;
  for (let shift = 15; shift >= 0; shift -= 5) {
    const value = bits >> shift & 31;
    text += alphabet[value];
    carry = 2 * ((carry + value) % 32 || 32) % 33;
  }
  return `K-${text}-${alphabet[(33 - carry) % 32]}`;
}

// ---- The line at the top.
let note = '', signedOut = false, unsent = 0, view;

async function show() {
  const entries = await mine();
  const count = state => entries.filter(entry => entry.state === state).length;
  const said = (text, n) => n ? text.replace('{0}', n) : '';
  const states = [said(words.waiting, count('waiting')), said(words.mend, count('mend')), said(words.conflict, count('conflict'))].filter(Boolean);
  unsent = count('waiting') + count('mend') + count('conflict');
  line.replaceChildren();
  const link = (textContent, href) => element('a', { textContent, href });
  const parts = [note, ...states.map(text => link(text, home + '/outbox')), signedOut && count('waiting') ? link(words.signin, '/sign-in?returnUrl=' + encodeURIComponent(location.pathname)) : ''].filter(Boolean);
  parts.forEach((part, i) => line.append(i ? ' · ' : '', part));
  line.hidden = !parts.length;
  await view?.();
}

function changed() {
  news?.postMessage('changed');
  return show();
}

// ---- A form's fields, as texts.
const fieldsOf = () => [...form.elements].filter(input => input.name.startsWith('Typed.'));

function typed() {
  const values = {};
  for (const input of fieldsOf()) {
    const name = input.name.slice('Typed.'.length);
    if (input.type !== 'radio' && input.type !== 'checkbox') values[name] = input.value;
    else if (input.checked) values[name] = input.value;
    else values[name] ??= '';
  }
  return values;
}

// What the page says of the register is newer than a draft: only what a person or the phone filled in comes back.
function fill(values) {
  for (const input of fieldsOf()) {
    const name = input.name.slice('Typed.'.length);
    if (!(name in values) || touched.has(input.name) || input.type === 'hidden' && name !== 'Id' && name !== 'Accuracy') continue;
    if (input.type === 'radio' || input.type === 'checkbox') input.checked = input.value === values[name];
    else {
      // A date input drops what is no day.
      if (input.type === 'date' && values[name] && !/^\d{4}-\d\d-\d\d$/.test(values[name])) input.type = 'text';
      if (input.value !== values[name]) input.value = values[name];
    }
  }
}

const touched = new Set();
let composing = false, busy = false, dirty = false, saves = 0;
const still = () => composing ? new Promise(done => document.addEventListener('compositionend', () => setTimeout(done), { once: true })) : Promise.resolve();

// Only reads the fields, so that an input method may be in the middle of a word.
async function keepDraft() {
  if (busy) return;
  const mineNow = ++saves;
  words.draft = 'keeping';
  await kept('readwrite', drafts => drafts.put({ key: draftKey, at: Date.now(), values: typed() }));
  if (mineNow !== saves) return;
  words.draft = 'kept';
  dirty = false;
  if (note !== words.kept) {
    note = words.kept;
    await show();
  }
}

// ---- Sending. The server knows an entry by its id, so that sending twice is only a waste.
let wait = 0, timer;

function later() {
  clearTimeout(timer);
  wait = Math.min(longestWaitMs, wait * 2 || 5e3);
  timer = setTimeout(sendAll, wait);
}

// One tab at a time; one that sleeps must not hold up the others for ever.
const sendAll = () => navigator.locks
  ? navigator.locks.request('beetrace-outbox', { signal: AbortSignal.timeout(5e3) }, sendWaiting).catch(sendWaiting)
  : sendWaiting();

async function sendWaiting() {
  for (const entry of (await mine()).filter(entry => entry.state === 'waiting')) {
    const before = (await mine()).find(other => other.id === entry.fields.Seen);
    if (before && before.state !== 'arrived') continue;
    let answer, said;
    try {
      answer = await fetch(`${home}/entries/${entry.kind}`, {
        method: 'POST', signal: AbortSignal.timeout(answerWithinMs),
        headers: { 'Content-Type': 'application/json', 'X-BeeTrace-Outbox': '1' },
        body: JSON.stringify({ account, fields: entry.fields }),
      });
      said = await answer.json();
    } catch {
      return later();
    }
    signedOut = answer.status === 401;
    if (signedOut || said.state === 'other-account') return show();
    if (said.state === 'arrived') {
      const { Apiary, Seen } = entry.fields;
      note = words.arrived.replace('{0}', said.receipt);
      await put({ ...entry, ...said, fields: { Apiary: Apiary || said.subject, Seen }, arrivedAt: Date.now() });
    } else if (said.state === 'mend' || said.state === 'conflict') await put({ ...entry, ...said });
    else return later();
    wait = 0;
  }
}

// ---- Refused: every reason at the top and beside its field.
function refuse(errors) {
  form.querySelectorAll('[aria-invalid]').forEach(input => input.removeAttribute('aria-invalid'));
  document.querySelectorAll('.wrong, .refusals').forEach(old => old.remove());
  const top = element('section', { className: 'refusals', tabIndex: -1 });
  top.setAttribute('role', 'alert');
  top.append(element('h2', { textContent: words.nottaken.replace('{0}', errors.length) }), document.createElement('ul'));
  for (const { field, sentence, ask } of errors) {
    const item = top.lastChild.appendChild(document.createElement('li'));
    const input = field && document.getElementById(field);
    item.append(input ? element('a', { textContent: sentence, href: `${location.pathname}${location.search}#${field}` }) : sentence);
    if (ask) document.getElementById(`Ask-${ask}`).hidden = false;
    if (!input) continue;
    const group = input.closest('fieldset') ?? input, id = `${field}-wrong`;
    const beside = document.getElementById(id) ?? element('span', { className: 'wrong', id });
    beside.textContent += (beside.textContent && ' ') + sentence;
    if (group === input) (input.closest('.gps') ?? input).after(beside);
    else group.querySelector('legend').after(beside);
    group.setAttribute('aria-invalid', 'true');
    const others = (group.getAttribute('aria-describedby') ?? '').split(' ').filter(other => other && other !== id);
    group.setAttribute('aria-describedby', [id, ...others].join(' '));
  }
  form.before(top);
  top.focus();
}

// ---- A form that is open.
async function openForm() {
  const wanted = new URLSearchParams(location.search).get('mend');
  const draft = await kept('readonly', drafts => drafts.get(draftKey));
  const entry = (await mine()).find(entry => entry.id === wanted && entry.state === 'mend');
  const values = draft?.values ?? entry?.fields;
  await still();
  if (form.dataset.refused === 'true') dirty = true;
  else if (values) {
    fill(values);
    words.draft = 'kept';
    note = words.restored;
    const errors = draft ? draft.errors : entry.errors;
    if (errors) refuse(errors);
  } else {
    form.elements['Typed.Id'].value = newId();
    // A page from the phone's own store is not of today.
    const today = new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10);
    form.querySelectorAll('[data-today]').forEach(input => touched.has(input.name) || (input.value = today));
  }
  if (touched.size || dirty) await keepDraft();
  form.addEventListener('submit', event => {
    event.preventDefault();
    submit();
  });
}

async function submit() {
  if (busy) return;
  busy = true;
  const button = form.querySelector('.btn.main');
  button.setAttribute('aria-disabled', 'true');
  await still();
  const fields = typed(), entries = await mine();
  // Own moves under way come first; not before a correction.
  for (const own of entries) {
    if (fields.Seen && !/^(cor|take)/.test(form.dataset.entry) && own.fields.Apiary === fields.Apiary && own.fields.Seen === fields.Seen && own.id !== fields.Id
      && (own.state === 'waiting' || own.state === 'arrived' && fields.Seen !== 'none')) fields.Seen = own.kind === 'move' ? own.id : own.kind === 'leave' ? 'none' : fields.Seen;
  }
  const id = fields.Id.toLowerCase();
  const entry = { id, account, kind: form.dataset.entry, name: form.dataset.name, path: location.pathname + location.search, fields, at: Date.now(), state: 'waiting', receipt: receiptOf(id) };
  const drafts = await kept('readonly', store => store.getAll());
  await kept('readwrite', (store, outbox) => {
    drafts.filter(draft => draft.key === draftKey || draft.values.Id === fields.Id).forEach(draft => store.delete(draft.key));
    outbox.put(entry);
  });
  note = '';
  await changed();
  await sendAll();
  const after = (await mine()).find(other => other.id === id);
  if (after?.state === 'arrived') return location.assign(after.next);
  if (after?.state === 'conflict') return location.assign(home + '/outbox');
  button.removeAttribute('aria-disabled');
  if (after?.state === 'mend') {
    // Its form is open: it is a draft again.
    busy = false;
    await kept('readwrite', (store, outbox) => {
      store.put({ key: draftKey, at: Date.now(), values: after.fields, errors: after.errors });
      outbox.delete(id);
    });
    await changed();
    return refuse(after.errors);
  }
  const told = element('section', { className: 'notice stack', tabIndex: -1 });
  told.append(element('p', { textContent: words.later.replace('{0}', entry.receipt) }),
    element('a', { className: 'btn', textContent: words.another, href: location.pathname }));
  document.querySelectorAll('.refusals').forEach(old => old.remove());
  form.replaceWith(told);
  told.focus();
}

// ---- Where the phone is.
function locate(button) {
  const told = document.getElementById('Located');
  told.textContent = button.dataset.locating;
  navigator.geolocation.getCurrentPosition(async ({ coords }) => {
    await still();
    form.elements['Typed.Place'].value = `${coords.latitude.toFixed(6)}, ${coords.longitude.toFixed(6)}`;
    form.elements['Typed.Accuracy'].value = coords.accuracy.toFixed(1);
    form.querySelector('[name="Typed.Datum"][value=Wgs84]').checked = true;
    told.textContent = button.dataset.locate.replace('{0}', Math.ceil(coords.accuracy));
    keepDraft();
  }, () => { told.textContent = button.dataset.failed; }, { enableHighAccuracy: true, timeout: 30e3, maximumAge: 0 });
}

// ---- All of it.
addEventListener('compositionstart', () => { composing = true; }, true);
addEventListener('compositionend', () => { composing = false; }, true);

async function start() {
  try {
    await database;
  } catch {
    if (form) line.textContent = words.nostore;
    line.hidden = !form;
    return;
  }
  const old = (await mine()).filter(entry => entry.arrivedAt < Date.now() - monthMs);
  await kept('readwrite', (_, outbox) => old.forEach(entry => outbox.delete(entry.id)));
  if (form) await openForm();
  const list = document.getElementById('outbox');
  if (list) {
    const { showOutbox } = await import(new URL(list.dataset.view, document.baseURI));
    view = () => showOutbox(list, { mine, put, drop, newId, receiptOf, sendAll, really: words.discard });
  }
  news?.addEventListener('message', show);
  addEventListener('online', () => { wait = 0; sendAll(); });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && sendAll());
  await show();
  words.ready = 'true';
  await sendAll();
}

if (account) {
  // Listening begins at once: what is typed before the store is open is kept too.
  if (form) {
    const noted = event => { touched.add(event.target.name); dirty = true; keepDraft(); };
    for (const kind of ['input', 'change', 'compositionend']) form.addEventListener(kind, noted);
    addEventListener('pagehide', () => dirty && keepDraft());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && dirty && keepDraft());
  }
  const button = document.querySelector('[data-locate]');
  if (button && navigator.geolocation) {
    button.hidden = false;
    button.addEventListener('click', () => locate(button));
  }
  document.querySelector('form[action="/sign-out"]')?.addEventListener('submit', async event => {
    event.preventDefault();
    if (unsent && !confirm(words.signout.replace('{0}', unsent))) return;
    for (const name of await self.caches?.keys() ?? []) await caches.delete(name);
    event.target.submit();
  });
  navigator.serviceWorker?.register('/sw.js', { scope: home }).then(async () => {
    const { active } = await navigator.serviceWorker.ready;
    const here = [...document.querySelectorAll(`main a[href^="${home}"]:not([download])`)].map(link => link.href);
    active.postMessage({ account, pages: [location.pathname, home, home + '/outbox', ...here] });
  });
  start();
}
