// SPDX-License-Identifier: Apache-2.0
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { rowOf } from '../board/rows';
import { sharpContext, useSize } from '../shell/hooks';
import type { Camera } from '../state/address';
import type { Actions, Picture } from '../state/picture';
import { count, plural } from '../text/numbers';
import type { Palette } from '../theme/theme';
import { boundsOf, MAX_ZOOM, panned, transformOf, webZoom, WHOLE_WORLD, zoomed } from './camera';
import { type Cluster, Clusters } from './clusters';
import { type Disc, drawDiscs, drawLabels, drawWorld, placeDiscs, ring } from './draw';
import { SiteGroups } from './groups';
import { Legend } from './Legend';
import { PlaceList } from './PlaceList';
import { useDragging } from './dragging';
import { loadWorld, projection, type World } from './world';

interface Props {
  picture: Picture;
  actions: Actions;
  palette: Palette;
}

export function MapView({ picture, actions, palette }: Props) {
  const { board, rows, address } = picture;
  const [box, { width, height }] = useSize<HTMLDivElement>();
  const ground = useRef<HTMLCanvasElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [camera, setCamera] = useState<Camera>(address.camera ?? WHOLE_WORLD);
  const [hovered, setHovered] = useState<Disc | null>(null);
  const world = useWorld(camera.zoom);
  useEffect(() => setCamera(address.camera ?? WHOLE_WORLD), [address.camera]);

  const groups = useMemo(() => new SiteGroups(board.sites), [board]);
  const clusters = useMemo(() => new Clusters(board, groups), [board, groups]);
  const placed = useMemo(() => clusters.count(rows), [clusters, rows]);
  const seen = useMemo(
    () => (width ? clusters.within(boundsOf(camera, width, height), webZoom(camera, width, height)) : []),
    [clusters, rows, camera, width, height],
  );
  const discs = useMemo(() => placeDiscs(seen, transformOf(camera, width, height), width, height), [seen, camera, width, height]);

  // The world and the incidents have a canvas each: a filter draws only the incidents anew.
  useLayoutEffect(() => {
    if (!ground.current || !world || !width) return;
    const { to, ratio } = sharpContext(ground.current, width, height);
    const at = transformOf(camera, width, height);
    drawWorld(to, world, at, ratio, palette);
    drawLabels(to, world, at, palette);
  }, [world, camera, width, height, palette]);
  useLayoutEffect(() => {
    if (!canvas.current || !width) return;
    const { to } = sharpContext(canvas.current, width, height);
    to.clearRect(0, 0, width, height);
    drawDiscs(to, discs, palette, hovered);
    markChosen(to, picture, transformOf(camera, width, height), palette);
  }, [discs, palette, hovered, address.incident]);

  const settle = (next: Camera) => actions.go({ camera: next.zoom === 0 ? null : next }, 'replace');
  const turn = (next: Camera) => {
    setCamera(next);
    settle(next);
  };
  const open = (cluster: Cluster) => {
    const { lat, lon, sites } = cluster;
    if (sites > 1 && camera.zoom < MAX_ZOOM) turn({ lat, lon, zoom: Math.min(MAX_ZOOM, camera.zoom + 2) });
    else actions.filter({ near: { lat, lon, km: sites > 1 ? 5 : 1 } });
  };
  const dragging = useDragging({
    onPan: (dx, dy) => setCamera((now) => panned(now, dx, dy, width, height)),
    onZoom: (by, at) => setCamera((now) => zoomed(now, by, at, width, height)),
    onSettled: () => setCamera((now) => (settle(now), now)),
    onClick: (x, y) => {
      const disc = discAt(discs, x, y);
      if (disc) open(disc.cluster);
    },
    onHover: (x, y) => setHovered(x === null ? null : discAt(discs, x, y as number)),
    canvas,
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = afterKey(event.key, camera, width, height);
    if (!next) return;
    event.preventDefault();
    turn(next);
  };
  const middle: [number, number] = [width / 2, height / 2];
  const placeless = rows.length - placed;
  return (
    <section class="map" aria-label="Map" ref={box} data-coasts={world ? 'drawn' : 'awaited'}>
      <canvas class="ground" ref={ground} aria-hidden="true" />
      <canvas
        ref={canvas} tabIndex={0} role="application" onKeyDown={onKeyDown} {...dragging}
        aria-label={`Map of ${plural(placed, 'incident')}. Arrow keys move, plus and minus zoom, 0 shows the world. The list of places has the same.`}
        class={`incidents ${hovered ? 'points' : ''}`}
      />
      {hovered && <Tip disc={hovered} width={width} />}
      <div class="map-buttons" role="group" aria-label="Zoom">
        <button type="button" aria-label="Zoom in" onClick={() => turn(zoomed(camera, 1, middle, width, height))}>+</button>
        <button type="button" aria-label="Zoom out" onClick={() => turn(zoomed(camera, -1, middle, width, height))}>−</button>
        <button type="button" aria-label="Show the world" onClick={() => turn(WHOLE_WORLD)}>⌂</button>
      </div>
      <PlaceList board={board} seen={seen} onOpen={open} />
      <Legend placeless={placeless} />
    </section>
  );
}

function Tip({ disc, width }: { disc: Disc; width: number }) {
  const { cluster, x, y, r } = disc;
  return (
    <div class={`tip ${x > width / 2 ? 'tip-left' : ''}`} style={{ left: `${x}px`, top: `${y - r - 6}px` }} aria-hidden="true">
      <b>{plural(cluster.total, 'incident')}</b>
      <span>{cluster.exact ? '' : 'only the province or country is known'}</span>
      <span>{count(cluster.quads[0] + cluster.quads[1])} cooperation · {count(cluster.quads[2] + cluster.quads[3])} conflict</span>
    </div>
  );
}

function useWorld(zoom: number): World | null {
  const [world, setWorld] = useState<World | null>(null);
  const wanted = zoom >= 1.6 ? 'fine' : 'coarse';
  const loaded = useRef<string>('');
  useEffect(() => {
    if (loaded.current === 'fine' || loaded.current === wanted) return;
    loaded.current = wanted;
    // The map is drawn without coasts if they cannot be had.
    loadWorld(wanted).then(setWorld, () => (loaded.current = ''));
  }, [wanted]);
  return world;
}

function markChosen(to: CanvasRenderingContext2D, { board, address }: Picture, at: { k: number; x: number; y: number }, palette: Palette) {
  const site = address.incident === null ? -1 : board.site[rowOf(board, address.incident)] ?? -1;
  const point = site < 0 ? null : projection([board.sites.lon[site], board.sites.lat[site]]);
  if (point) ring(to, { x: point[0] * at.k + at.x, y: point[1] * at.k + at.y, r: 6 }, palette.accent, 3);
}

/** The smallest disc under the point. */
function discAt(discs: readonly Disc[], x: number, y: number): Disc | null {
  let best: Disc | null = null;
  for (const disc of discs) {
    if (Math.hypot(disc.x - x, disc.y - y) <= disc.r + 3 && (!best || disc.r <= best.r)) best = disc;
  }
  return best;
}

function afterKey(key: string, camera: Camera, width: number, height: number): Camera | null {
  const step = 80;
  switch (key) {
    case 'ArrowLeft': return panned(camera, step, 0, width, height);
    case 'ArrowRight': return panned(camera, -step, 0, width, height);
    case 'ArrowUp': return panned(camera, 0, step, width, height);
    case 'ArrowDown': return panned(camera, 0, -step, width, height);
    case '+': case '=': return zoomed(camera, 1, [width / 2, height / 2], width, height);
    case '-': return zoomed(camera, -1, [width / 2, height / 2], width, height);
    case '0': return WHOLE_WORLD;
    default: return null;
  }
}
