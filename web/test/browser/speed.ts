// SPDX-License-Identifier: Apache-2.0
// How long the page takes from an input until what it changes is seen.
import type { CDPSession, Page } from 'playwright-core';

export interface ChangeTimes {
  painted: number | null; // ms from the input to the frame that shows it (Event Timing, which rounds to 8 ms); null: not by one input alone
  drawn: number; // ms from the input until the page has handed that frame over
  computed: number; // ms of processor time of the page's own thread
}

interface Watched {
  inputs: { start: number; duration: number }[];
}

/** To be called before the page is loaded. */
export async function watchInputs(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched: Watched = { inputs: [] };
    Object.assign(window, { watched });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) watched.inputs.push({ start: startTime, duration });
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
}

/** Does what changes a filter of a page at rest, and waits until everything is drawn. */
export async function changeTimes(page: Page, act: () => Promise<unknown>): Promise<ChangeTimes> {
  await page.waitForTimeout(200); // until it rests
  const before = await busyTime(page);
  const known = await page.evaluate(() => performance.getEntriesByName('filter').length);
  await act();
  await page.waitForFunction((known) => performance.getEntriesByName('filter').length > known, known);
  const computed = (await busyTime(page)) - before;
  await page.waitForTimeout(150); // the browser tells of frames after it has shown them
  const { drawn, painted } = await page.evaluate(() => {
    const { startTime, duration } = performance.getEntriesByName('filter').at(-1) as PerformanceEntry;
    const { inputs } = (window as unknown as { watched: Watched }).watched;
    const mine = inputs.filter(({ start }) => Math.abs(start - startTime) < 1).map(({ duration }) => duration);
    // Where an answer is waited for, frames come before the one that counts.
    return { drawn: duration, painted: mine.length > 0 && Math.max(...mine) >= duration - 16 ? Math.max(...mine) : null };
  });
  return { painted, drawn: Math.round(drawn), computed: Math.round(computed * 1000) };
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** Seconds of processor time that the page's own thread has used. */
export async function busyTime(page: Page): Promise<number> {
  let session = sessions.get(page);
  if (!session) {
    session = page.context().newCDPSession(page).then(async (made) => {
      await made.send('Performance.enable', { timeDomain: 'threadTicks' });
      return made;
    });
    sessions.set(page, session);
  }
  const { metrics } = await (await session).send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}
