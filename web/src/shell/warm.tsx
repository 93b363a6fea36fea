// SPDX-License-Identifier: Apache-2.0
import { render } from 'preact';
import type { Board } from '../board/board';
import { Crossfilter } from '../board/crossfilter';
import { busiestPairs, dyadRows, dyadSeries } from '../dyad/series';
import { Facets } from '../facets/Facets';
import { Clusters } from '../map/clusters';
import { SiteGroups } from '../map/groups';
import { GraphMaker } from '../network/graph';
import { layOut } from '../network/layout';
import { HOME } from '../state/address';
import { type Filters, NO_FILTERS } from '../state/filters';
import type { Actions } from '../state/picture';
import { binRows, coreSpan, type Scale, scaleOf } from '../timeline/bins';

const ROUNDS = 3;
const NONE: Actions = { go: () => undefined, filter: () => undefined };

/**
 * Goes through each kind of filter over a copy of the masks while the page rests, and throws away what it finds: the browser
 * translates what it has seen run, so a person's first filters are as fast as the later ones. The facets are rendered where
 * nobody sees them, for the sake of what all rendering goes through. Gives a function that ends it.
 */
export function warmUp(board: Board): () => void {
  if (board.count === 0 || !('requestIdleCallback' in window)) return () => undefined;
  const views: Views = {
    crossfilter: new Crossfilter(board), clusters: new Clusters(board, new SiteGroups(board.sites)), maker: new GraphMaker(board),
    scale: scaleOf(coreSpan(board), 300), found: new Uint8Array(board.count), unseen: document.createElement('div'),
  };
  const steps: (() => void)[] = [];
  for (let round = 0; round < ROUNDS; round++) for (const filters of questionsOf(board)) steps.push(...answers(board, views, filters));
  return whileResting(steps);
}

interface Views {
  crossfilter: Crossfilter;
  clusters: Clusters;
  maker: GraphMaker;
  scale: Scale;
  found: Uint8Array;
  unseen: HTMLElement;
}

function answers(board: Board, { crossfilter, clusters, maker, scale, found, unseen }: Views, filters: Filters): (() => void)[] {
  return [
    () => crossfilter.apply(filters, filters.text ? found : null),
    () => render(<Facets picture={{ board, crossfilter, rows: crossfilter.rows(), address: { ...HOME, filters } }} actions={NONE} />, unseen),
    () => void binRows(board, [crossfilter.rows(), crossfilter.failing('time')], scale),
    () => void clusters.count(crossfilter.rows()),
    () => void clusters.within([-180, -90, 180, 90], 2),
    () => layOut(maker.make(crossfilter.rows(), 24, 72)),
    () => {
      const pair = busiestPairs(board, crossfilter.rows(), 14)[0];
      if (pair) dyadSeries(board, dyadRows(board, crossfilter.rows(), pair.a, pair.b), 100);
    },
  ];
}

/** One of each kind, and all again between them. */
function questionsOf(board: Board): Filters[] {
  const middle = board.day[board.count >> 1];
  const { lat, lon } = board.sites;
  const changes: Partial<Filters>[] = [
    { type: [board.types[board.type[0]]] }, { status: [board.statuses[board.status[0]]] }, { verdict: [board.verdicts[board.verdict[0]]] },
    { country: board.countries.slice(0, 1).map(({ code }) => code) }, { actor: board.actorKeys.values.slice(0, 2) },
    { recipient: board.recipientKeys.values.slice(0, 2) }, { source: board.outlets.slice(0, 1) }, { minOrigins: 2 }, { to: middle },
    { near: lat.length > 0 ? { lat: lat[0], lon: lon[0], km: 50 } : null }, { text: '-' },
  ];
  return changes.flatMap((change) => [{ ...NO_FILTERS, ...change }, NO_FILTERS]);
}

/** Each step in a pause of its own, so that a person never waits for more than one. */
function whileResting(steps: (() => void)[]): () => void {
  const rest = [...steps];
  let timer = 0;
  const next = () => {
    rest.shift()?.();
    timer = rest.length > 0 ? requestIdleCallback(next) : 0;
  };
  timer = requestIdleCallback(next);
  return () => cancelIdleCallback(timer);
}
