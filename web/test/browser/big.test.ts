// SPDX-License-Identifier: Apache-2.0
// 100,000 incidents: the list scrolls through all of them and every part follows the filters. The times are written down,
// not judged: they depend on the machine (docs/dashboard.md).
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { syntheticBoard } from '../synthetic';
import { checkQuiet, EXAMPLE, picture, Stage } from './stage';

const COUNT = 100_000;
let stage: Stage;
before(async () => {
  stage = await Stage.open(EXAMPLE);
});
after(() => stage?.close());

test('the list scrolls through all of them, and only what is seen is in the document', async (t) => {
  const board = JSON.stringify(syntheticBoard(COUNT));
  const page = await stage.page('#table', { serviceWorkers: 'block' });
  await page.route('**/api/v1/board', (route) => route.fulfill({ contentType: 'application/json', body: board }));
  await page.reload();
  await page.waitForFunction(() => document.querySelector('.counted b')?.textContent === '100,000');
  await page.locator('.scroller').evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight));
  await page.locator(`.scrolled .row[aria-rowindex="${COUNT + 1}"]`).waitFor();
  assert.ok((await page.locator('.scrolled .row').count()) < 100);
  await page.locator('.tabs a').first().click();
  await page.locator('.map canvas').waitFor();
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => (await protocol.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  const before = await busy();
  const choices = page.locator('[data-facet=type] input');
  for (let i = 0; i < 8; i++) {
    await choices.nth(i % 4).click();
    await page.waitForFunction((n) => performance.getEntriesByName('filter').length > n, i);
  }
  const each = ((await busy()) - before) / 8;
  await picture(page, 'big');
  const times = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    board: performance.getEntriesByName('board:made')[0]?.duration,
    filters: performance.getEntriesByName('filter').map((entry) => Math.round(entry.duration)),
  }));
  t.diagnostic(`first paint ${times.paint?.toFixed(0)} ms, board made in ${times.board?.toFixed(0)} ms, filters ${times.filters.join(' ')} ms, of which the page computes ${(each * 1000).toFixed(0)} ms`);
  checkQuiet(page);
});
