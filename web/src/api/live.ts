// SPDX-License-Identifier: Apache-2.0
import { API } from './client';

export interface Change {
  revision: string;
  incidents: string[]; // ids of those that are new or other than before
}

export type LineState = 'open' | 'waiting';

/** Listens for what is new in the store, and again after the line was cut. Gives a function that ends it. */
export function listen(onChange: (change: Change) => void, onLine: (state: LineState) => void): () => void {
  const source = new EventSource(`${API}/changes`);
  source.addEventListener('open', () => onLine('open'));
  source.addEventListener('error', () => onLine('waiting'));
  source.addEventListener('changed', (event) => {
    const change = parseChange(event.data);
    if (change) onChange(change);
  });
  return () => source.close();
}

/** Null for what is no change; what a server may send is not trusted further than that. */
export function parseChange(data: unknown): Change | null {
  try {
    const { revision, incidents } = JSON.parse(String(data));
    if (typeof revision !== 'string') return null;
    return { revision, incidents: Array.isArray(incidents) ? incidents.map(String) : [] };
  } catch {
    return null;
  }
}
