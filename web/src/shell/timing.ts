// SPDX-License-Identifier: Apache-2.0
// How long a change of the filters takes, from the input (the moment that the browser gives to its event) until the frame that
// shows it is painted; for the browser's tools and the tests: performance.getEntriesByName('filter').

let input = 0;
let asked: number | null = null;

const SOON = 1000; // ms

function onInput({ type, timeStamp }: Event): void {
  // A box changes because of a click or a key, which came first.
  if ((type === 'input' || type === 'change') && timeStamp - input < SOON) return;
  input = timeStamp;
}

for (const type of ['pointerup', 'keydown', 'input', 'change']) addEventListener(type, onInput, { capture: true, passive: true });

export function markFiltering(): void {
  asked = input;
}

/** To be called once everything is drawn; the message comes after the frame was painted. */
export function measureFiltering(): void {
  if (asked === null) return;
  const start = asked;
  asked = null;
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => performance.measure('filter', { start, end: performance.now() });
    port2.postMessage(null);
  });
}
