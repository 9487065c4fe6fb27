// A field is drawn on a map beside the text that says the same. The text is what counts: typing draws, drawing types.
// Without this script, or without WebGL, the text remains.
import { canDraw, ground, reachAround, token, unpack } from './map-shapes.mjs';

const NEAR_PX = 14;
const shape = (type, coordinates) => ({ type: 'Feature', properties: {}, geometry: { type, coordinates } });

/** The button first; the library and the map when somebody wants to draw. Its life is that of its element, on plain and on staff pages. */
class DrawField extends HTMLElement {
  static observedAttributes = ['data-reach'];

  corners = [];
  closed = false;
  markers = [];
  asked = 0;

  connectedCallback() {
    this.words = JSON.parse(this.dataset.words);
    if (!canDraw()) this.replaceChildren(this.make('p', 'small muted', this.words.undrawn));
    else if (!this.map) this.replaceChildren(this.button('draw', () => this.open()));
    document.addEventListener('change', this);
  }

  disconnectedCallback() {
    document.removeEventListener('change', this);
    this.map?.remove();
    this.map = null;
  }

  attributeChangedCallback() {
    this.draw();
  }

  /** Typing draws; another kind of spraying reaches otherwise. */
  handleEvent({ target }) {
    if (!this.map || this.writes) return;
    if (target === this.text || target === this.system) this.read();
    else if (target.name === this.dataset.reachBy) this.draw();
  }

  get text() { return document.getElementById(this.dataset.area); }
  get system() { return document.getElementById(this.dataset.datum); }

  /** Metres that the outline around the field shows; nothing where they are not known. */
  get reach() {
    const { reachBy, reaches, reach } = this.dataset;
    return (reachBy ? JSON.parse(reaches)[this.text.form.elements[reachBy].value] : +reach) || 0;
  }

  make(name, className, text) {
    return Object.assign(document.createElement(name), { className, textContent: text });
  }

  button(word, does) {
    const button = this.make('button', 'btn', this.words[word]);
    button.type = 'button';
    button.addEventListener('click', does);
    return button;
  }

  async open() {
    const sheets = JSON.parse(this.dataset.sheets).map(href => document.querySelector(`link[href="${href}"]`) ?? new Promise(loaded =>
      document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: loaded, onerror: loaded }))));
    const [library, land] = await Promise.all([
      import(this.dataset.library),
      this.dataset.basemap ? null : fetch(this.dataset.land).then(answer => answer.json()).then(unpack),
      ...sheets,
    ]);
    if (!this.isConnected || this.map) return;
    library.setWorkerUrl(new URL(this.dataset.worker, location.href).href);
    this.library = library;
    this.said = this.make('p', 'small', this.words.hint);
    this.said.setAttribute('role', 'status');
    this.tools = ['here', 'stand', 'undo', 'close', 'clear'].map(word => this.button(word, () => this[word]()));
    const bar = this.make('div', 'draw-tools', '');
    bar.append(...this.tools);
    const frame = this.make('div', 'map-frame', ''), canvas = this.make('div', 'map-canvas draw-map', '');
    canvas.setAttribute('role', 'region');
    canvas.setAttribute('aria-label', this.words.map);
    this.middle = this.make('div', 'draw-middle', '');
    frame.append(canvas, this.middle);
    this.replaceChildren(this.said, frame, bar);

    const under = ground(this.dataset.basemap, land), [honey, red, green] = ['honey-bright', 'fail', 'pass'].map(token);
    this.map = new library.Map({
      container: canvas, bounds: JSON.parse(this.dataset.box), maxZoom: 18, dragRotate: false, touchPitch: false, pitchWithRotate: false, fadeDuration: 0,
      style: {
        version: 8,
        sources: {
          ...under.sources, field: { type: 'geojson', data: this.picture() },
          nectar: { type: 'vector', tiles: [`${location.origin}/tiles/nectar/{z}/{x}/{y}.mvt`], maxzoom: 14 },
        },
        layers: [
          ...under.layers,
          // Where what grows already: something to find one's way by.
          { id: 'known', type: 'line', source: 'nectar', 'source-layer': 'nectar', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'line-color': green, 'line-dasharray': [3, 2] } },
          { id: 'known-point', type: 'circle', source: 'nectar', 'source-layer': 'nectar', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-color': green, 'circle-radius': 3 } },
          { id: 'reach', type: 'line', source: 'field', filter: ['has', 'isReach'], paint: { 'line-color': red, 'line-width': 1.5, 'line-dasharray': [3, 2] } },
          { id: 'field', type: 'fill', source: 'field', filter: ['all', ['!', ['has', 'isReach']], ['==', ['geometry-type'], 'Polygon']], paint: { 'fill-color': honey, 'fill-opacity': 0.25 } },
          { id: 'edge', type: 'line', source: 'field', filter: ['!', ['has', 'isReach']], paint: { 'line-color': honey, 'line-width': 2.5 } },
        ],
      },
      attributionControl: { compact: false, customAttribution: this.dataset.attribution.replace(/[<>&]/g, '') },
      locale: { 'Map.Title': this.words.map, 'NavigationControl.ZoomIn': this.words.zoomIn, 'NavigationControl.ZoomOut': this.words.zoomOut },
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.map.addControl(new library.NavigationControl({ showCompass: false }), 'top-right');
    this.map.addControl(new library.ScaleControl(), 'bottom-left');
    this.map.on('click', event => this.clicked(event));
    this.map.on('load', () => this.draw());
    this.map.on('idle', () => this.dataset.idle = this.corners.length);
    this.map.getCanvas().focus({ preventScroll: true });
    await this.read();
  }

  /** A corner, or the first one again, which closes the outline. */
  clicked({ point, lngLat }) {
    const hit = this.corners.findIndex(corner => {
      const { x, y } = this.map.project(corner);
      return Math.hypot(x - point.x, y - point.y) < NEAR_PX;
    });
    if (hit === 0) this.close();
    else if (hit < 0) this.add([lngLat.lng, lngLat.lat]);
  }

  add(corner) {
    if (this.closed) return;
    this.corners = [...this.corners, corner];
    this.write();
  }

  /** The same with a keyboard: arrow keys move the map under the mark in its middle. */
  here() {
    this.add(this.map.getCenter().toArray());
  }

  /** The same for somebody who walks round the field. */
  stand() {
    navigator.geolocation.getCurrentPosition(async ({ coords }) => {
      const [corner] = await this.ask(`${coords.latitude.toFixed(6)}, ${coords.longitude.toFixed(6)}`, 'Wgs84');
      if (!corner || !this.map) return;
      this.add(corner);
      this.look();
    }, () => this.draw(this.words.unlocated), { enableHighAccuracy: true, timeout: 20000, maximumAge: 0 });
  }

  undo() {
    this.corners = this.corners.slice(0, -1);
    this.closed = false;
    this.write();
  }

  close() {
    this.closed = this.corners.length > 2;
    this.draw();
  }

  clear() {
    this.corners = [];
    this.closed = false;
    this.write();
  }

  /** Drawing types, in the numbers of the map, and says so. */
  write() {
    const type = (input, value) => {
      if (input.value === value) return;
      input.value = value;
      for (const name of ['input', 'change']) input.dispatchEvent(new Event(name, { bubbles: true }));
    };
    this.asked++;
    this.writes = true;
    if (this.corners.length > 0) type(this.system, this.dataset.mapDatum);
    type(this.text, this.corners.map(([east, north]) => `${north.toFixed(6)}, ${east.toFixed(6)}`).join('\n'));
    this.writes = false;
    this.draw();
  }

  /** Corners as the map has them, however they are written and in whichever system, as the server reads them. */
  async ask(typed, datum) {
    const answer = typed && await fetch(`/map/corners?datum=${encodeURIComponent(datum)}`, { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: typed });
    return answer?.ok ? answer.json() : [];
  }

  async read() {
    const typed = this.text.value.trim(), asked = ++this.asked;
    const corners = await this.ask(typed, this.system.value);
    // Somebody has typed or drawn on meanwhile, or has left the page.
    if (asked !== this.asked || !this.map) return;
    this.corners = corners;
    this.closed = corners.length > 2;
    this.draw(typed && corners.length === 0 ? this.words.unread : null);
    if (corners.length > 0) this.look();
  }

  /** Moves the map to where the whole field stands in it. */
  look() {
    const all = this.reach ? reachAround(this.corners, this.reach / 1000).coordinates[0] : this.corners;
    const box = all.reduce(([w, s, e, n], [x, y]) => [Math.min(w, x), Math.min(s, y), Math.max(e, x), Math.max(n, y)], [180, 90, -180, -90]);
    this.map.fitBounds(box, { padding: 24, maxZoom: 15, animate: false });
  }

  picture() {
    const c = this.corners;
    return {
      type: 'FeatureCollection',
      features: [
        ...(c.length > 2 ? [shape('Polygon', [[...c, c[0]]])] : c.length === 2 ? [shape('LineString', c)] : []),
        ...(c.length > 0 && this.reach ? [{ type: 'Feature', properties: { isReach: true }, geometry: reachAround(c, this.reach / 1000) }] : []),
      ],
    };
  }

  draw(said) {
    if (!this.map) return;
    delete this.dataset.idle;
    this.map.getSource('field')?.setData(this.picture());
    const known = this.corners.length;
    while (this.markers.length > known) this.markers.pop().remove();
    this.corners.forEach((corner, i) => (this.markers[i] ??= this.mark(i)).setLngLat(corner));
    const [here, stand, undo, close, clear] = this.tools;
    here.disabled = stand.disabled = this.middle.hidden = this.closed;
    undo.disabled = clear.disabled = known === 0;
    close.disabled = known < 3 || this.closed;
    this.said.textContent = said ?? (this.closed ? this.words.closed : [this.words.hint, this.words.one, this.words.two][known] ?? this.words.more);
    this.map.triggerRepaint();
  }

  /** A corner that can be moved. */
  mark(i) {
    const element = this.make('div', 'draw-corner', '');
    element.setAttribute('role', 'img');
    element.setAttribute('aria-label', `${this.words.corner} ${i + 1}`);
    const marker = new this.library.Marker({ element, draggable: true }).setLngLat(this.corners[i]).addTo(this.map);
    marker.on('drag', () => {
      this.corners[i] = marker.getLngLat().toArray();
      this.map.getSource('field').setData(this.picture());
    });
    marker.on('dragend', () => this.write());
    return marker;
  }
}

customElements.define('draw-field', DrawField);
