// SPDX-License-Identifier: Apache-2.0
// 100,000 incidents: the list scrolls through all of them and every part follows the filters. The times are written down,
// not judged: they depend on the machine (docs/dashboard.md).
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Page } from 'playwright-core';
import { syntheticBoard } from '../synthetic';
import { checkQuiet, EXAMPLE, picture, Stage } from './stage';
import { changeTimes, watchInputs } from './speed';

const COUNT = 100_000;
const answer = syntheticBoard(COUNT);
const board = JSON.stringify(answer);
const found = JSON.stringify({ revision: answer.revision, rows: answer.id.map((_, i) => i).filter((i) => i % 7 === 0) });
let stage: Stage;
before(async () => {
  stage = await Stage.open(EXAMPLE);
});
after(() => stage?.close());

async function bigPage(hash: string): Promise<Page> {
  const page = await stage.page(hash, { serviceWorkers: 'block' });
  await page.route(/\/api\/v1\/board/, (route) => route.fulfill({ contentType: 'application/json', body: route.request().url().includes('text=') ? found : board }));
  await watchInputs(page);
  await page.reload();
  await waitFor(page, '100,000');
  return page;
}

const waitFor = (page: Page, count: string) => page.waitForFunction((wanted) => document.querySelector('.counted b')?.textContent === wanted, count);

test('the list scrolls through all of them, and only what is seen is in the document', async () => {
  const page = await bigPage('#table');
  await page.locator('.scroller').evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight));
  await page.locator(`.scrolled .row[aria-rowindex="${COUNT + 1}"]`).waitFor();
  assert.ok((await page.locator('.scrolled .row').count()) < 100);
  checkQuiet(page);
});

test('every filter changes the whole picture', async (t) => {
  const site = answer.lat.findIndex((lat) => lat !== null);
  const page = await bigPage(`#map?at=${answer.lat[site]},${answer.lon[site]},9z`);
  await page.locator('.places summary').click();
  const change = async (name: string, act: () => Promise<unknown>, count?: string) => {
    const times = await changeTimes(page, act);
    t.diagnostic(`${name}: painted after ${times.painted} ms, drawn after ${times.drawn} ms, the page computes ${times.computed} ms`);
    if (count) await waitFor(page, count);
    else assert.notEqual(await page.locator('.counted b').innerText(), '100,000', name);
  };
  await page.locator('[data-facet=type] label').first().hover(); // playwright puts its own script into the page
  const all = () => change('all again', () => page.keyboard.press('x'), '100,000');
  for (const facet of ['type', 'country', 'actor', 'recipient', 'status', 'verdict', 'source']) {
    const choices = page.locator(`[data-facet=${facet}] input[type=checkbox]`);
    await change(facet, () => choices.first().click());
    if (facet === 'type') await change('a second type', () => choices.nth(1).click());
    await all();
  }
  await change('origins', () => page.locator('[data-facet=origins] input').nth(1).click());
  await all();
  await change('place', () => page.locator('.places li button').first().click());
  await all();
  await page.getByRole('button', { name: 'Show the world' }).click();
  const line = (await page.locator('.timeline canvas').boundingBox()) as { x: number; y: number };
  await page.mouse.move(line.x + 300, line.y + 30);
  await page.mouse.down();
  await page.mouse.move(line.x + 500, line.y + 30, { steps: 3 });
  await change('time', () => page.mouse.up());
  await all();
  await page.locator('.search input').fill('bomb');
  await change('text, with the answer of the server', () => page.keyboard.press('Enter'), '14,286');
  await page.keyboard.press('Escape');
  await all();
  await picture(page, 'big');
  for (const [i, view] of ['map', 'parties', 'network', 'table'].entries()) {
    await page.keyboard.press(String(i + 1));
    await page.waitForFunction((wanted) => location.hash.startsWith(`#${wanted}`), view);
    await change(`type, with the ${view} open`, () => page.locator('[data-facet=type] input').nth(2).click());
    await page.keyboard.press('Tab'); // off the box, that keys reach the page
    await all();
  }
  checkQuiet(page);
});

test('the first paint does not wait for the incidents', async (t) => {
  const page = await bigPage('');
  const [paint, made] = await page.evaluate(() =>
    ['first-contentful-paint', 'board:made'].map((name) => performance.getEntriesByName(name)[0]).map(({ startTime, duration }) => ({ startTime, duration })));
  t.diagnostic(`first paint after ${paint.startTime.toFixed(0)} ms; the board is made of its answer in ${made.duration.toFixed(0)} ms`);
  assert.ok(paint.startTime < made.startTime);
});
