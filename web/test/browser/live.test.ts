// SPDX-License-Identifier: Apache-2.0
// What comes into the store while the page is open is told, and shown when a person wants it.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { checkQuiet, countOf, EXAMPLE, picture, Stage, waitForCount } from './stage';

let stage: Stage;
before(async () => {
  stage = await Stage.open(EXAMPLE);
});
after(() => stage?.close());

test('new reports are told of and shown', async () => {
  const page = await stage.page('#map');
  await page.locator('.line.is-open').waitFor();
  const before = await countOf(page);
  stage.ingest([{ id: 'new-1', date: '2024-03-13', source: 'Levant Wire', text: 'Protesters attacked the Turkish embassy in Athens on Wednesday, police said.' }]);
  const news = page.locator('.news');
  await news.waitFor();
  assert.match(await news.innerText(), /new/);
  assert.equal(await countOf(page), before, 'nothing moves until it is asked for');
  await picture(page, 'news');
  await page.keyboard.press('r');
  await page.waitForFunction((count) => Number(document.querySelector('.counted b')?.textContent) > count, before);
  await page.locator('.scrolled .row.fresh').first().waitFor();
  await news.waitFor({ state: 'detached' });
  checkQuiet(page);
});

test('a text that is answered by a newer board finds its incidents in the older one', async () => {
  const page = await stage.page('#map');
  const shown = await countOf(page);
  // While the text is asked for, the store moves on: the rows of the answer are those of another board.
  const revisionNow = async () => ((await (await fetch(`${stage.address}api/v1/board`)).json()) as { revision: string }).revision;
  const asked: string[] = [];
  await page.route('**/api/v1/board?text=*', (route) => (asked.push('ids'), route.continue()));
  await page.route('**/api/v1/board/rows?*', async (route) => {
    asked.push('rows');
    const before = await revisionNow();
    stage.ingest([{ id: 'new-2', date: '2024-02-01', source: 'Levant Wire', text: 'Police fired a water cannon at protesters in Beirut on Thursday, residents said.' }]);
    while ((await revisionNow()) === before);
    await route.continue();
  }, { times: 1 });
  await page.locator('.search input').fill('"water cannon"');
  await page.keyboard.press('Enter');
  await page.waitForFunction((all) => Number(document.querySelector('.counted b')?.textContent) < all, shown);
  assert.deepEqual(asked, ['rows', 'ids']);
  const found = (await (await fetch(`${stage.address}api/v1/board?text=%22water+cannon%22`)).json()) as { count: number };
  assert.ok(found.count > 1);
  assert.equal(await countOf(page), found.count - 1, 'all but the new one, which this picture does not have');
  await page.keyboard.press('Escape');
  await page.locator('.scrolled .row').first().click();
  await page.locator('.drawer mark').first().waitFor();
  assert.match((await page.locator('.drawer').innerText()).toLowerCase(), /water cannon/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await waitForCount(page, found.count);
  checkQuiet(page);
});
