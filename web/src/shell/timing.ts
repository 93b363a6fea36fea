// SPDX-License-Identifier: Apache-2.0
// How long a change of the filters takes until it is painted, for the browser's tools and the tests:
// performance.getEntriesByName('filter').

let isMarked = false;

export function markFiltering(): void {
  performance.mark('filter:asked');
  isMarked = true;
}

/** To be called once everything is drawn; the message comes after the frame was painted. */
export function measureFiltering(): void {
  if (!isMarked) return;
  isMarked = false;
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => performance.measure('filter', 'filter:asked');
    port2.postMessage(null);
  });
}
