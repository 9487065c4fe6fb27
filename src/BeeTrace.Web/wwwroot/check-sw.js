// Keeps the check page, its scripts and the keys, so that papers can be checked where there is no line. The page is kept as a
// stranger sees it; it bears nobody's name. No paper, no number and no verdict is ever kept.
const store = 'check-v1', page = '/check', keys = '/log/keys.txt';
const isOurs = url => url.pathname === keys || /\.(css|js|mjs|svg)$/.test(url.pathname);

self.addEventListener('install', event => event.waitUntil(self.skipWaiting()));

self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith('check-') && name !== store) await caches.delete(name);
  await self.clients.claim();
})()));

self.addEventListener('message', event => event.waitUntil((async () => {
  if (await keepAll(event.data.language).catch(() => false)) event.source.postMessage({ kept: true });
})()));

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) return;
  const isPage = event.request.mode === 'navigate' && url.pathname === page && !url.search;
  if (isPage || event.request.mode !== 'navigate' && isOurs(url)) event.respondWith(answer(event.request, url));
});

// The line first; what is kept where there is none.
async function answer(request, url) {
  try { return await fetch(request); } catch (down) {
    const kept = await caches.match(url.pathname, { cacheName: store, ignoreVary: true });
    if (kept) return kept;
    throw down;
  }
}

// All or nothing: a page of one version with scripts of another would check nothing.
async function keepAll(language) {
  const found = new Map(), html = await take(page, found, { credentials: 'omit', headers: { 'Accept-Language': language } });
  for (const [, name] of html.matchAll(/(?:href|src|data-paper|data-library)="([^"]+\.(?:css|js|mjs|svg))"/g)) await takeScript(new URL(name, location.origin + '/'), found);
  await take(keys, found, { credentials: 'omit', cache: 'no-cache' });
  const { body, headers } = found.get(keys), dated = new Headers(headers);
  dated.set('X-BeeTrace-Kept', headers.get('Date') ?? new Date().toUTCString());
  found.set(keys, new Response(body, { headers: dated }));
  const cache = await caches.open(store);
  await Promise.all([...found].map(([path, response]) => cache.put(path, response)));
  for (const request of await cache.keys()) if (!found.has(new URL(request.url).pathname)) await cache.delete(request);
  return true;
}

// A script with those that it imports.
async function takeScript(url, found) {
  if (url.origin !== location.origin || found.has(url.pathname)) return;
  const text = await take(url.pathname, found, { credentials: 'omit' });
  for (const [, name] of text.matchAll(/ from '(\.\/[\w-]+\.mjs)'/g)) await takeScript(new URL(name, url), found);
}

async function take(path, found, options) {
  const response = await fetch(path, options);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  found.set(path, response.clone());
  return response.text();
}
