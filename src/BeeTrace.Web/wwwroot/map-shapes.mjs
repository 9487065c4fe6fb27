// Shapes that more than one map draws; positions are [longitude, latitude].

/** A colour of the stylesheet. */
export const token = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

export const canDraw = () => !!document.createElement('canvas').getContext('webgl2');

/** Land from its packed form (TopoJSON): arcs shared by neighbours, in steps from point to point. */
export function unpack(topology) {
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map(arc => {
    let x = 0, y = 0;
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
  const ring = indices => indices.flatMap((index, at) => {
    const points = index < 0 ? arcs[~index].slice().reverse() : arcs[index];
    return at === 0 ? points : points.slice(1);
  });
  const shapes = topology.objects.land.geometries ?? [topology.objects.land];
  return { type: 'MultiPolygon', coordinates: shapes.flatMap(shape => (shape.type === 'Polygon' ? [shape.arcs] : shape.arcs).map(polygon => polygon.map(ring))) };
}

/** The operator's base map, or land and coast: sources and layers of a style. */
export function ground(basemap, land) {
  return basemap
    ? {
      sources: { base: { type: 'raster', tiles: [new URL(basemap, location.href).href.replaceAll('%7B', '{').replaceAll('%7D', '}')], tileSize: 256 } },
      layers: [{ id: 'sea', type: 'background', paint: { 'background-color': token('sunk') } }, { id: 'base', type: 'raster', source: 'base' }],
    }
    : {
      sources: { land: { type: 'geojson', data: land } },
      layers: [
        { id: 'sea', type: 'background', paint: { 'background-color': token('sunk') } },
        { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': token('surface') } },
        { id: 'coast', type: 'line', source: 'land', paint: { 'line-color': token('line-strong'), 'line-width': 0.8 } },
      ],
    };
}

/** A circle on the ground as 64 corners. */
export function circle([lon, lat], km) {
  const up = km / 111.2, across = up / Math.cos(lat * Math.PI / 180);
  return Array.from({ length: 65 }, (_, i) => [lon + across * Math.cos(i * Math.PI / 32), lat + up * Math.sin(i * Math.PI / 32)]);
}

/** How far so many kilometres about a field reach: what a string about the circles of its corners would enclose. */
export const reachAround = (corners, km) => ({ type: 'Polygon', coordinates: [hull(corners.flatMap(corner => circle(corner, km)))] });

/** The corners round which a string about all these points would lie. */
function hull(points) {
  const sorted = points.slice().sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = list => list.reduce((kept, p) => {
    while (kept.length > 1 && (kept.at(-1)[0] - kept.at(-2)[0]) * (p[1] - kept.at(-2)[1]) <= (kept.at(-1)[1] - kept.at(-2)[1]) * (p[0] - kept.at(-2)[0])) kept.pop();
    return [...kept, p];
  }, []);
  return [...half(sorted).slice(0, -1), ...half(sorted.reverse())];
}
