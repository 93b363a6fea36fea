// SPDX-License-Identifier: Apache-2.0
// What comes into the store while the page is open is told, and shown when a person wants it.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { checkQuiet, countOf, EXAMPLE, picture, Stage } from './stage';

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
