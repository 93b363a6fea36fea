// SPDX-License-Identifier: Apache-2.0
import { Dialog } from './Dialog';

const KEYS: [string, string][] = [
  ['/', 'search the words of the reports'],
  ['j  k', 'next and previous incident of the list'],
  ['Enter', 'go into the open incident'],
  ['Esc', 'close what is open, else leave the search'],
  ['1  2  3  4  5', 'map, two parties, network, table, feeds and alerts'],
  ['x', 'clear all filters'],
  ['e', 'export what is seen'],
  ['r', 'show what is new'],
  ['t', 'dark or light'],
  ['?', 'this help'],
  ['← → ↑ ↓  +  −  0', 'move, zoom and reset the map, when it has the focus'],
];

export function Help({ onClose }: { onClose(): void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl class="keys">
        {KEYS.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>{keys.split('  ').map((key) => <kbd key={key}>{key}</kbd>)}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p class="note">
        An incident is one happening, however many reports tell of it. Origins are the sources behind them that did not take it
        from each other. The address says everything that is shown: send it to share it. Map: Natural Earth.
      </p>
    </Dialog>
  );
}
