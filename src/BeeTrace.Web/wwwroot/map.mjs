// The map of /map. Everything it shows also stands in the list below it; without this script, or without WebGL, the list remains.
import { canDraw, circle, ground, reachAround, token, unpack } from './map-shapes.mjs';

const desk = document.getElementById('map-desk');
const words = JSON.parse(desk.dataset.words);
const frame = document.getElementById('map-frame');
const cardBox = document.getElementById('map-card');
const month = document.getElementById('map-month');
const monthName = document.getElementById('map-month-name');
const layerBox = document.getElementById('map-layers');
const FONT = ['system-ui', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'sans-serif'];
const EMPTY = { type: 'FeatureCollection', features: [] };
// House rule: a bee of Apis mellifera forages 3 km far, one of Apis cerana 1.5 km; a circle is no proof of origin.
const FORAGE_KM = { Mellifera: 3, Cerana: 1.5 };

const chosen = name => layerBox.querySelector(`[value=${name}]`).checked;
const visible = on => ({ visibility: on ? 'visible' : 'none' });

/** What stands in the address and in the link to the list; what blooms now needs no month. */
function viewOf(map) {
  const { lat, lng } = map.getCenter();
  return `at=${lat.toFixed(4)},${lng.toFixed(4)}&zoom=${+map.getZoom().toFixed(2)}${month.value === desk.dataset.month ? '' : `&month=${month.value}`}`;
}

/** In bloom on some day of the month that the slider shows; windows may run over New Year. */
function inBloom() {
  const m = +month.value;
  if (m === 0) return true;
  const begins = ['<=', ['get', 'bloom_from'], m * 100 + 31];
  const ends = ['>=', ['get', 'bloom_to'], m * 100 + 1];
  return ['case', ['<=', ['get', 'bloom_from'], ['get', 'bloom_to']], ['all', begins, ends], ['any', begins, ends]];
}

const number = n => words.chinese
  ? ['case', ['>=', n, 10000], ['concat', ['number-format', ['/', n, 10000], { 'max-fraction-digits': 1 }], '万'], ['to-string', n]]
  : ['case', ['>=', n, 10000], ['concat', ['number-format', ['/', n, 1000], { 'max-fraction-digits': 0 }], 'k'], ['to-string', n]];

/** Circles grow with the number in them and stay below a third of their cell, so that none hides another. */
function layers() {
  const [honey, soft, ink, paper, green, red, slate] = ['honey-bright', 'honey-soft', 'ink', 'ground', 'pass', 'fail', 'open'].map(token);
  const size = ['interpolate', ['linear'], ['ln', ['get', 'n']], 0, 9, 4.6, 15, 9.2, 22];
  const isSmall = ['==', ['get', 'size'], 1000];
  const radius = ['interpolate', ['linear'], ['zoom'], 10, ['case', isSmall, ['min', 6, size], size], 11, ['case', isSmall, ['min', 11, size], size], 12, size];
  const count = ['step', ['zoom'], ['case', isSmall, '', number(['get', 'n'])], 11.5, number(['get', 'n'])];
  const bloomColour = ['case', ['get', 'toxic'], red, green];
  const perMu = ['/', ['coalesce', ['get', 'colonies'], 0], ['max', ['coalesce', ['get', 'mu'], 0], 0.01]];
  const reckoned = ['all', ['has', 'colonies'], ['has', 'mu']];
  const label = { 'text-font': FONT, 'text-size': 12 };
  return [
    { id: 'nectar-area', type: 'fill', source: 'nectar', 'source-layer': 'nectar', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': bloomColour, 'fill-opacity': 0.14 } },
    { id: 'nectar-edge', type: 'line', source: 'nectar', 'source-layer': 'nectar', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'line-color': bloomColour, 'line-width': 1.6, 'line-dasharray': [3, 2] } },
    { id: 'nectar-point', type: 'circle', source: 'nectar', 'source-layer': 'nectar', filter: ['==', ['geometry-type'], 'Point'],
      paint: { 'circle-color': bloomColour, 'circle-opacity': 0.25, 'circle-radius': 5, 'circle-stroke-width': 1.5, 'circle-stroke-color': bloomColour } },
    { id: 'overlap-area', type: 'fill', source: 'nectar', 'source-layer': 'nectar', filter: ['all', ['==', ['geometry-type'], 'Polygon'], reckoned],
      paint: { 'fill-color': slate, 'fill-opacity': ['interpolate', ['linear'], perMu, 0, 0.05, 1, 0.6] } },
    { id: 'cells', type: 'fill', source: 'apiaries', 'source-layer': 'cells', paint: { 'fill-color': honey, 'fill-opacity': 0.08 } },
    { id: 'cell-edges', type: 'line', source: 'apiaries', 'source-layer': 'cells', paint: { 'line-color': honey, 'line-width': 1, 'line-opacity': 0.6, 'line-dasharray': [4, 3] } },
    { id: 'forage', type: 'fill', source: 'forage', paint: { 'fill-color': honey, 'fill-opacity': 0.06 } },
    { id: 'forage-edges', type: 'line', source: 'forage', paint: { 'line-color': honey, 'line-width': 1 } },
    { id: 'notice-reach', type: 'fill', source: 'notices', filter: ['has', 'isReach'], paint: { 'fill-color': red, 'fill-opacity': 0.05 } },
    { id: 'notice-reach-edge', type: 'line', source: 'notices', filter: ['has', 'isReach'], paint: { 'line-color': red, 'line-width': 0.8, 'line-opacity': 0.7 } },
    { id: 'notices', type: 'fill', source: 'notices', filter: ['all', ['!', ['has', 'isReach']], ['==', ['geometry-type'], 'Polygon']], paint: { 'fill-color': red, 'fill-opacity': 0.1 } },
    { id: 'notice-edges', type: 'line', source: 'notices', filter: ['all', ['!', ['has', 'isReach']], ['==', ['geometry-type'], 'Polygon']], paint: { 'line-color': red, 'line-width': 1.5, 'line-dasharray': [1, 1.5] } },
    { id: 'notice-points', type: 'circle', source: 'notices', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-color': red, 'circle-radius': 6, 'circle-stroke-color': paper, 'circle-stroke-width': 2 } },
    { id: 'nectar-name', type: 'symbol', source: 'nectar', 'source-layer': 'nectar', minzoom: 11,
      layout: { ...label, 'text-field': ['concat', ['get', words.chinese ? 'zh' : 'en'], ['case', ['get', 'toxic'], ` (${words.toxic})`, '']], 'text-offset': [0, 1.2], 'text-optional': true },
      paint: { 'text-color': bloomColour, 'text-halo-color': paper, 'text-halo-width': 1.2 } },
    { id: 'overlap-name', type: 'symbol', source: 'nectar', 'source-layer': 'nectar', minzoom: 10, filter: reckoned,
      layout: { ...label, 'text-field': ['concat', ['number-format', perMu, { 'max-fraction-digits': 2 }], ` ${words.perMu}`], 'text-offset': [0, 2.4] },
      paint: { 'text-color': slate, 'text-halo-color': paper, 'text-halo-width': 1.2 } },
    { id: 'apiaries', type: 'circle', source: 'apiaries', 'source-layer': 'apiaries', paint: { 'circle-color': soft, 'circle-radius': radius, 'circle-stroke-color': honey, 'circle-stroke-width': 1.5 } },
    { id: 'apiaries-count', type: 'symbol', source: 'apiaries', 'source-layer': 'apiaries',
      layout: { ...label, 'text-size': 11, 'text-field': count, 'text-allow-overlap': true, 'text-ignore-placement': true }, paint: { 'text-color': ink } },
    { id: 'exact', type: 'circle', source: 'apiaries', 'source-layer': 'exact',
      paint: { 'circle-color': ['case', ['get', 'waiting'], paper, honey], 'circle-radius': ['interpolate', ['linear'], ['zoom'], 10, 4, 14, 8], 'circle-stroke-color': ink, 'circle-stroke-width': 1 } },
    { id: 'exact-name', type: 'symbol', source: 'apiaries', 'source-layer': 'exact', minzoom: 12.5,
      layout: { ...label, 'text-size': 11, 'text-field': ['concat', ['get', 'code'], '\n', ['to-string', ['get', 'colonies']]], 'text-offset': [0, 1.6], 'text-optional': true },
      paint: { 'text-color': ink, 'text-halo-color': paper, 'text-halo-width': 1.2 } },
  ];
}

const GROUPS = {
  apiaries: ['apiaries', 'apiaries-count', 'cells', 'cell-edges', 'exact', 'exact-name'],
  nectar: ['nectar-area', 'nectar-edge', 'nectar-point', 'nectar-name'],
  forage: ['forage', 'forage-edges'],
  overlap: ['overlap-area', 'overlap-name'],
  notices: ['notice-reach', 'notice-reach-edge', 'notices', 'notice-edges', 'notice-points'],
};

function style(land, notices) {
  const tiles = layer => ({ type: 'vector', tiles: [`${location.origin}/tiles/${layer}/{z}/{x}/{y}.mvt`], minzoom: 0, maxzoom: 14 });
  const under = ground(desk.dataset.basemap, land);
  const sources = {
    ...under.sources, apiaries: tiles('apiaries'), nectar: tiles('nectar'), forage: { type: 'geojson', data: EMPTY }, notices: { type: 'geojson', data: notices },
  };
  const all = layers();
  for (const [group, ids] of Object.entries(GROUPS))
    for (const layer of all.filter(l => ids.includes(l.id))) layer.layout = { ...layer.layout, ...visible(chosen(group)) };
  const bloom = inBloom();
  for (const layer of all.filter(l => GROUPS.nectar.includes(l.id) || GROUPS.overlap.includes(l.id)))
    layer.filter = layer.filter ? ['all', layer.filter, bloom] : ['all', bloom];
  return { version: 8, sources, layers: [...under.layers, ...all] };
}

/** How far a notice reaches: so many metres about the field. A disease is told by its cell, of which no point is further than 3600 m from the middle. */
function reachOf(notice) {
  const { type, coordinates } = notice.geometry, { radiusM, blurM } = notice.properties;
  const km = (radiusM + (blurM > 0 ? 3600 : 0)) / 1000;
  const corners = type === 'Point' ? [coordinates] : coordinates[0];
  return { ...notice, properties: { ...notice.properties, isReach: true }, geometry: reachAround(corners, km) };
}

/** Only where something new came into sight: drawing it makes the map busy and idle again. */
function drawForage(map) {
  const seen = new Map(map.querySourceFeatures('apiaries', { sourceLayer: 'exact' }).map(f => [f.properties.code, f]));
  const source = map.getSource('forage'), codes = [...seen.keys()].sort().join();
  if (source.codes === codes) return;
  source.codes = codes;
  desk.dataset.forage = seen.size;
  source.setData({
    type: 'FeatureCollection',
    features: [...seen.values()].map(f => ({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [circle(f.geometry.coordinates, FORAGE_KM[f.properties.species] ?? 3)] } })),
  });
}

async function showCard(query) {
  const answer = await fetch(`/map/cards?${query}`);
  if (!answer.ok) return hideCard();
  const card = document.createElement('template');
  card.innerHTML = await answer.text();
  openCard(card.content);
}

/** What a notice says stands in the map's own data. */
function noticeCard({ kindText, days, within, subject, code }) {
  const card = document.createDocumentFragment();
  const add = (name, text) => card.append(Object.assign(document.createElement(name), { textContent: text }));
  add('h2', kindText);
  add('p', subject);
  add('p', `${days} · ${within}`);
  add('p', code);
  return card;
}

/** Shown first and filled then, so that it is read out; its heading takes the focus, and closing gives it back. */
function openCard(content) {
  cardBox.hidden = false;
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'btn quiet';
  close.textContent = words.close;
  close.addEventListener('click', () => {
    hideCard();
    document.querySelector('#map canvas')?.focus();
  });
  cardBox.replaceChildren(content, close);
  const heading = cardBox.querySelector('h2');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
}

function hideCard() {
  cardBox.hidden = true;
  cardBox.replaceChildren();
}

function clicked(map, event) {
  const touch = 6, { x, y } = event.point;
  const found = map.queryRenderedFeatures([[x - touch, y - touch], [x + touch, y + touch]],
    { layers: ['exact', 'apiaries', 'cells', 'notice-points', 'notices', 'nectar-point', 'nectar-area'].filter(id => map.getLayer(id)) })[0];
  if (!found) return hideCard();
  const at = point => `layer=apiaries&at=${point[1].toFixed(6)},${point[0].toFixed(6)}&zoom=${Math.floor(map.getZoom())}`;
  switch (found.layer.id) {
    case 'exact': return showCard(`layer=apiaries&code=${found.properties.code}`);
    case 'apiaries': return showCard(at(found.geometry.coordinates));
    case 'cells': return showCard(at([event.lngLat.lng, event.lngLat.lat]));
    case 'nectar-point':
    case 'nectar-area': return showCard(`layer=nectar&code=${found.properties.code}`);
    default: return openCard(noticeCard(found.properties));
  }
}

async function begin() {
  if (!canDraw()) throw new Error('No WebGL.');
  const [library, land, notices] = await Promise.all([
    import(desk.dataset.library),
    desk.dataset.basemap ? null : fetch(desk.dataset.land).then(answer => answer.json()).then(unpack),
    // What the county warns of; a map without it is still a map.
    fetch('/map/notices.geojson').then(answer => answer.ok ? answer.json() : EMPTY)
      .then(told => ({ ...told, features: [...told.features.map(reachOf), ...told.features] })).catch(() => EMPTY),
  ]);
  library.setWorkerUrl(new URL(desk.dataset.worker, location.href).href);
  frame.hidden = layerBox.hidden = document.getElementById('map-under').hidden = document.getElementById('map-keys').hidden = false;
  const [latitude, longitude] = desk.dataset.at.split(',').map(Number);
  const map = new library.Map({
    container: 'map', style: style(land, notices), center: [longitude, latitude], zoom: +desk.dataset.zoom, minZoom: 2, maxZoom: 16,
    dragRotate: false, touchPitch: false, pitchWithRotate: false, fadeDuration: 0, localIdeographFontFamily: FONT.join(','),
    attributionControl: { compact: false, customAttribution: desk.dataset.attribution.replace(/[<>&]/g, '') },
    locale: { 'Map.Title': document.getElementById('map').getAttribute('aria-label'), 'NavigationControl.ZoomIn': words.zoomIn, 'NavigationControl.ZoomOut': words.zoomOut },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new library.NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(new library.ScaleControl(), 'bottom-left');

  const link = document.createElement('a');
  link.className = 'btn';
  link.id = 'map-to-list';
  link.textContent = words.list;
  layerBox.append(link);
  const skip = document.querySelector('#map-keys a'), opened = location.search;
  const address = () => {
    skip.href = link.href = `/map?${viewOf(map)}#list`;
    history.replaceState(null, '', `/map?${viewOf(map)}${location.hash}`);
  };
  link.href = `/map?${viewOf(map)}#list`;
  // The address goes with the map, so a way to its list may differ by no more than the place on the page: then the list is read anew.
  desk.addEventListener('click', event => {
    const way = event.target.closest('a[href*="#list"]');
    if (!way || new URL(way.href).search !== location.search || location.search === opened) return;
    event.preventDefault();
    location.replace(way.href);
    location.reload();
  });
  map.on('movestart', () => delete desk.dataset.idle);
  map.on('moveend', address);
  map.on('idle', () => {
    if (chosen('forage')) drawForage(map);
    desk.dataset.idle = viewOf(map);
  });
  map.on('click', event => clicked(map, event));
  const canvas = map.getCanvas();
  canvas.setAttribute('aria-describedby', 'map-keys');
  canvas.addEventListener('keydown', event => {
    if (event.key === 'Enter') clicked(map, { lngLat: map.getCenter(), point: map.project(map.getCenter()) });
  });
  map.on('mousemove', event => {
    map.getCanvas().style.cursor = map.queryRenderedFeatures(event.point, { layers: ['exact', 'apiaries', 'nectar-point', 'nectar-area'].filter(id => map.getLayer(id)) }).length ? 'pointer' : '';
  });

  const restyle = () => {
    delete desk.dataset.idle;
    map.setStyle(style(land, notices));
  };
  layerBox.addEventListener('change', restyle);
  month.addEventListener('input', () => {
    monthName.value = +month.value === 0 ? words.allYear : words.months[+month.value - 1];
    address();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', restyle);
  document.addEventListener('keydown', event => event.key === 'Escape' && hideCard());
}

try {
  await begin();
} catch (why) {
  // Said where people look; the reason stands where programmers look.
  console.warn(why);
  frame.hidden = true;
  document.getElementById('map-undrawn').hidden = false;
}
