// SPDX-License-Identifier: Apache-2.0
import type { BoardAnswer } from '../board/board';
import { type Filters, toQuestion } from '../state/filters';
import type { Dossier } from './dossier';

export const API = 'api/v1';

/** What went wrong, in words for the person at the screen. */
export class ApiError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

/** The bytes of a BoardAnswer. */
export async function fetchBoard(): Promise<ArrayBuffer> {
  return (await ask(`${API}/board`, {})).arrayBuffer();
}

/** Rows of the board of this revision. */
export interface FoundRows {
  revision: string;
  rows: number[];
}

/** The incidents that the text is told of in. */
export function findText(text: string, signal: AbortSignal): Promise<FoundRows> {
  return getJson(`${API}/board/rows?${new URLSearchParams({ text })}`, signal);
}

/** The same by their ids, which mean the same in every revision. */
export async function findIds(text: string, signal: AbortSignal): Promise<string[]> {
  return (await getJson<BoardAnswer>(`${API}/board?${new URLSearchParams({ text })}`, signal)).id;
}

export function fetchIncident(id: string, signal: AbortSignal): Promise<Dossier> {
  return getJson(`${API}/incidents/${encodeURIComponent(id)}`, signal);
}

/** Where the server gives the incidents or events that pass the filters, as a file. */
export function downloadUrl(what: 'incidents' | 'events', format: string, filters: Filters): string {
  const question = toQuestion(filters).toString();
  return `${API}/${what}.${format}${question && `?${question}`}`;
}

export async function getJson<T>(url: string, signal?: AbortSignal): Promise<T> {
  return (await ask(url, signal ? { signal } : {})).json() as Promise<T>;
}

export async function send<T>(method: 'POST' | 'DELETE', url: string, form?: URLSearchParams): Promise<T> {
  return (await ask(url, { method, ...(form && { body: form }) })).json() as Promise<T>;
}

async function ask(url: string, how: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { headers: { accept: 'application/json' }, ...how });
  } catch (error) {
    if (how.signal?.aborted) throw error;
    throw new ApiError(0, 'The server does not answer.');
  }
  if (!response.ok) throw new ApiError(response.status, await reasonOf(response));
  return response;
}

async function reasonOf(response: Response): Promise<string> {
  try {
    const { error } = (await response.json()) as { error?: unknown };
    if (typeof error === 'string') return error;
  } catch {
    // No JSON: the status has to do.
  }
  return `The server answers with ${response.status}.`;
}
