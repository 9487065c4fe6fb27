// Keeps the field pages on the phone, so that they open where there is no line. Pages belong to one person: they are dropped
// when somebody else signs in, when the sign-in has run out, and when the person signs out. Nothing that is sent is kept here.
const version = 'v1';
// The beekeepers' pages and the samplers' are two workers of this one file, each with its own stores.
const home = new URL(self.registration.scope).pathname;
const pages = `${home.slice(1)}-pages-${version}`;
const assets = `${home.slice(1)}-assets-${version}`;
const offline = `${home}/offline`;
const patienceMs = 4e3;

const isPage = url => (url.pathname === home || url.pathname.startsWith(`${home}/`)) && !/\.\w+$|\/photos\/[0-9a-f-]{36}$|\/entries\//.test(url.pathname);
const isAsset = url => /\.(css|js|svg)$/.test(url.pathname) && url.pathname !== '/sw.js';
// A saved entry is told in the address; the page behind it is the same.
const keyOf = url => url.pathname + (url.searchParams.has('of') ? url.search : '');

self.addEventListener('install', event => event.waitUntil((async () => {
  // Nobody's own page: fetched as a stranger, so that it bears nobody's name.
  const answer = await fetch(offline, { credentials: 'omit', headers: { 'Accept-Language': navigator.language } });
  const html = await answer.clone().text();
  await (await caches.open(assets)).put(offline, answer);
  await keepAssets(html);
  await self.skipWaiting();
})()));

self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith(home.slice(1)) && name !== pages && name !== assets) await caches.delete(name);
  await self.clients.claim();
})()));

self.addEventListener('message', event => event.waitUntil((async () => {
  const { account, pages: wanted } = event.data;
  await belongTo(account);
  const cache = await caches.open(pages);
  for (const path of new Set(wanted)) {
    if (!isPage(new URL(path, location.origin)) || await cache.match(path)) continue;
    const answer = await fetch(path, { redirect: 'manual' }).catch(() => null);
    if (!answer) return;
    await keepPage(new URL(path, location.origin), answer);
  }
})()));

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) return;
  if (event.request.mode === 'navigate' && isPage(url)) event.respondWith(openPage(event, url));
  else if (event.request.mode !== 'navigate' && isAsset(url)) event.respondWith(openAsset(event.request));
});

// The line first, but not for ever; then what is kept; then the page that says so.
async function openPage(event, url) {
  const network = fetch(event.request).then(answer => {
    event.waitUntil(keepPage(url, answer.clone()));
    return answer;
  }).catch(() => null);
  const cached = await (await caches.open(pages)).match(keyOf(url));
  const answer = await (cached ? Promise.race([network, new Promise(done => setTimeout(done, patienceMs, null))]) : network);
  return answer ?? cached ?? await caches.match(offline) ?? Response.error();
}

async function openAsset(request) {
  const cache = await caches.open(assets);
  const cached = await cache.match(request);
  if (cached) return cached;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

// All that a page is made of.
async function keepAssets(html) {
  const cache = await caches.open(assets);
  for (const [, name] of html.matchAll(/(?:href|src|data-view)="([^"]+\.(?:css|js|svg))"/g)) {
    const address = new URL(name, location.origin);
    if (address.origin !== location.origin || await cache.match(address)) continue;
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) await cache.put(address, answer);
  }
}

async function keepPage(url, answer) {
  // The only redirect of a field page leads to the door: whoever comes in next may be somebody else.
  if (answer.type === 'opaqueredirect') return void await caches.delete(pages);
  if (answer.status !== 200 || !answer.headers.get('Content-Type')?.startsWith('text/html') || url.pathname === offline) return;
  const html = await answer.clone().text();
  const account = /data-account="([^"]+)"/.exec(html)?.[1];
  if (!account) return;
  await belongTo(account);
  await (await caches.open(pages)).put(keyOf(url), answer);
  await keepAssets(html);
}

// Whose pages these are is kept beside them.
async function belongTo(account) {
  const cache = await caches.open(pages);
  const owner = await (await cache.match(`${home}/owner`))?.text();
  if (owner === account) return;
  await caches.delete(pages);
  await (await caches.open(pages)).put(`${home}/owner`, new Response(account));
}
