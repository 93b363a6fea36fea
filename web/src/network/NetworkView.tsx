// SPDX-License-Identifier: Apache-2.0
import { useMemo, useState } from 'preact/hooks';
import { useSize } from '../shell/hooks';
import type { Actions, Picture } from '../state/picture';
import { count, plural } from '../text/numbers';
import { visible } from '../text/safe';
import { type Graph, type GraphEdge, GraphMaker, type GraphNode } from './graph';
import { layOut } from './layout';

interface Props {
  picture: Picture;
  actions: Actions;
}

/** Who does what to whom. A line is as wide as it is frequent, warm for conflict, cool for cooperation. */
export function NetworkView({ picture, actions }: Props) {
  const { board, rows } = picture;
  const [box, { width, height }] = useSize<HTMLDivElement>();
  const [most, setMost] = useState(24);
  const [near, setNear] = useState<number | null>(null);
  const maker = useMemo(() => new GraphMaker(board), [board]);
  const graph = useMemo(() => {
    const made = maker.make(rows, most, most * 3);
    layOut(made);
    return made;
  }, [maker, rows, most]);
  const open = (edge: GraphEdge) =>
    actions.go({ view: 'parties', dyad: [graph.nodes[edge.from].value, graph.nodes[edge.to].value] });
  const choose = (node: GraphNode) => actions.filter({ actor: [node.value] });
  return (
    <section class="network" aria-label="Network of parties">
      <div class="network-drawing" ref={box}>
        {width > 0 && graph.nodes.length > 0 && (
          <Drawing graph={graph} width={width} height={height} near={near} setNear={setNear} onNode={choose} onEdge={open} />
        )}
        {graph.nodes.length === 0 && <p class="empty">No incident within the filters has a known party on both sides.</p>}
        <div class="network-note">
          <label>Parties <input type="range" min={8} max={40} step={4} value={most} onInput={(event) => setMost(Number(event.currentTarget.value))} /></label>
          <span class="note">{plural(graph.left, 'incident')} with a side that is not known or not drawn</span>
        </div>
      </div>
      <div class="network-list" role="region" aria-label="Who does what to whom, as a list" tabIndex={0}>
        <h3>Who to whom</h3>
        <ol>
          {graph.edges.slice(0, 40).map((edge, rank) => (
            // Another edge takes the place of one that goes: nothing is made anew.
            <li key={rank}>
              <button type="button" onClick={() => open(edge)} onMouseEnter={() => setNear(edge.from)} onMouseLeave={() => setNear(null)}>
                <i class={`dot ${tone(edge.score)}`} /> <bdi>{visible(graph.nodes[edge.from].label)}</bdi> → <bdi>{visible(graph.nodes[edge.to].label)}</bdi>
                <b>{count(edge.count)}</b><small>mean {edge.score.toFixed(1)}</small>
              </button>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

interface DrawingProps {
  graph: Graph;
  width: number;
  height: number;
  near: number | null;
  setNear(node: number | null): void;
  onNode(node: GraphNode): void;
  onEdge(edge: GraphEdge): void;
}

function Drawing({ graph, width, height, near, setNear, onNode, onEdge }: DrawingProps) {
  const { nodes, edges } = graph;
  const x = (node: GraphNode) => width / 2 + node.x * (width / 2 - 90);
  const y = (node: GraphNode) => (height - 44) / 2 + 4 + node.y * (height / 2 - 46);
  const heaviest = Math.max(...nodes.map((node) => node.weight));
  const radius = (node: GraphNode) => 4 + 13 * Math.sqrt(node.weight / heaviest);
  const thickest = Math.max(1, ...edges.map((edge) => edge.count));
  const isPale = (edge: GraphEdge) => near !== null && edge.from !== near && edge.to !== near;
  return (
    <svg width={width} height={height} role="group" aria-label={`Network of ${nodes.length} parties`}>
      <defs>
        {['cool', 'neutral', 'warm'].map((name) => (
          <marker key={name} id={`arrow-${name}`} class={name} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto">
            <path d="M0,0.8 L8,4 L0,7.2 z" />
          </marker>
        ))}
      </defs>
      {[...edges].reverse().map((edge, rank) => {
        const [from, to] = [nodes[edge.from], nodes[edge.to]];
        return (
          <path key={rank} class={`edge ${tone(edge.score)} ${isPale(edge) ? 'pale' : ''}`}
            d={curve([x(from), y(from)], [x(to), y(to)], radius(from), radius(to) + 3)} stroke-width={1 + 5 * (edge.count / thickest)}
            marker-end={`url(#arrow-${tone(edge.score)})`} onClick={() => onEdge(edge)}>
            <title>{`${visible(from.label)} → ${visible(to.label)}: ${plural(edge.count, 'incident')}, mean score ${edge.score.toFixed(1)}`}</title>
          </path>
        );
      })}
      {nodes.map((node, i) => (
        <g key={node.key} class="node" tabIndex={0} role="button" aria-label={`${visible(node.label)}, ${plural(node.weight, 'incident')}: filter by it`}
          transform={`translate(${x(node)},${y(node)})`} onClick={() => onNode(node)} onMouseEnter={() => setNear(i)} onMouseLeave={() => setNear(null)}
          onFocus={() => setNear(i)} onBlur={() => setNear(null)}
          onKeyDown={(event) => (event.key === 'Enter' || event.key === ' ') && (event.preventDefault(), onNode(node))}>
          <circle r={radius(node)} />
          <text y={radius(node) + 12}>{visible(node.label)}</text>
        </g>
      ))}
    </svg>
  );
}

export function tone(score: number): 'cool' | 'neutral' | 'warm' {
  return score > 1 ? 'cool' : score < -1 ? 'warm' : 'neutral';
}

/** A bent line from rim to rim; that of the other direction bends to the other side. */
function curve([x1, y1]: [number, number], [x2, y2]: [number, number], from: number, to: number): string {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const bend = Math.min(40, length * 0.16);
  const [cx, cy] = [(x1 + x2) / 2 - uy * bend, (y1 + y2) / 2 + ux * bend];
  const end = Math.hypot(x2 - cx, y2 - cy) || 1;
  const [ex, ey] = [x2 - ((x2 - cx) / end) * to, y2 - ((y2 - cy) / end) * to];
  const f = (value: number) => value.toFixed(1);
  return `M${f(x1 + ux * from)},${f(y1 + uy * from)} Q${f(cx)},${f(cy)} ${f(ex)},${f(ey)}`;
}
