// SPDX-License-Identifier: Apache-2.0
// Each part of the dashboard does what it is for, over the example news.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { after, before } from 'node:test';
import type { Page } from 'playwright-core';
import { accessibility, checkQuiet, countOf, EXAMPLE, picture, Stage, waitForCount } from './stage';

let stage: Stage;
let all = 0;
before(async () => {
  stage = await Stage.open(EXAMPLE);
  const answer = (await (await fetch(`${stage.address}api/v1/board`)).json()) as { count: number };
  all = answer.count;
  assert.ok(all >= 40);
});
after(() => stage?.close());

const facet = (page: Page, name: string, label: string) => page.locator(`[data-facet=${name}] label`, { hasText: label }).first();

test('map: places are clustered, what has no place is said and not pinned', async () => {
  const page = await stage.page();
  await waitForCount(page, all);
  const said = await page.getByTestId('placeless').innerText();
  const board = (await (await fetch(`${stage.address}api/v1/board`)).json()) as { lat: (number | null)[] };
  assert.match(said, new RegExp(`^${board.lat.filter((lat) => lat === null).length} without a place`));
  await page.getByText('Places in view').click();
  const sum = await page.locator('.places b').allInnerTexts();
  assert.equal(sum.map(Number).reduce((a, b) => a + b), board.lat.filter((lat) => lat !== null).length);
  checkQuiet(page);
  const one = await stage.page('#map?country=CUB');
  await one.getByText('Places in view').click();
  await one.locator('.places button', { hasText: 'Havana' }).click();
  await one.waitForFunction(() => location.hash.includes('near=23.133'));
  await waitForCount(one, 1);
  await picture(one, 'map-one-place');
  checkQuiet(one);
});

test('map: keyboard and wheel move it, and the address keeps where it is', async () => {
  const page = await stage.page();
  await page.locator('.map .incidents').focus();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await page.waitForFunction(() => /at=.*2\.00z/.test(location.hash));
  await page.keyboard.press('ArrowRight');
  const hash = new URL(page.url()).hash;
  const again = await stage.page(hash);
  await again.waitForFunction((wanted) => location.hash === wanted, hash);
  await page.keyboard.press('0');
  await page.waitForFunction(() => !location.hash.includes('at='));
  checkQuiet(page);
});

test('facets: counts follow the other filters, the choice is in the address, back undoes it', async () => {
  const page = await stage.page();
  const assaults = Number(await facet(page, 'type', 'Assault').locator('.facet-count').innerText());
  await facet(page, 'type', 'Assault').click();
  await waitForCount(page, assaults);
  assert.match(page.url(), /type=ASSAULT/);
  const syrian = Number(await facet(page, 'country', 'Syria').locator('.facet-count').innerText());
  await facet(page, 'country', 'Syria').click();
  await waitForCount(page, syrian);
  assert.ok(syrian < assaults);
  await page.goBack();
  await waitForCount(page, assaults);
  await page.goBack();
  await waitForCount(page, all);
  await page.goForward();
  await waitForCount(page, assaults);
  const same = await stage.page(new URL(page.url()).hash);
  await waitForCount(same, assaults);
  await picture(page, 'facets');
  checkQuiet(page);
});

test('timeline: a brush drawn over it filters everything', async () => {
  const page = await stage.page();
  const box = (await page.locator('.timeline canvas').boundingBox()) as { x: number; y: number; width: number };
  await page.mouse.move(box.x + 2, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 3, box.y + 30, { steps: 4 });
  await page.mouse.up();
  await page.waitForFunction(() => /from=2024-03-01&to=2024-03-0/.test(location.hash));
  const days = new URLSearchParams(new URL(page.url()).hash.split('?')[1]);
  const inside = (await (await fetch(`${stage.address}api/v1/board`)).json()) as { day: number[]; last_day: number[] };
  const [from, to] = ['from', 'to'].map((name) => Date.parse(`${days.get(name)}T00:00Z`) / 864e5);
  await waitForCount(page, inside.day.filter((day, i) => inside.last_day[i] >= from && day <= to).length);
  await picture(page, 'timeline');
  await page.getByRole('button', { name: 'All days' }).click();
  await waitForCount(page, all);
  await page.locator('.timeline input').first().fill('2024-03-12');
  await page.waitForFunction(() => location.hash.includes('from=2024-03-12'));
  assert.ok((await countOf(page)) < all);
  checkQuiet(page);
});

test('search: the server looks in the reports', async () => {
  const page = await stage.page();
  await page.keyboard.press('/');
  await page.keyboard.type('"water cannon"');
  await page.keyboard.press('Enter');
  const found = (await (await fetch(`${stage.address}api/v1/board?text=%22water+cannon%22`)).json()) as { count: number };
  await waitForCount(page, found.count);
  assert.ok(found.count > 0 && found.count < 10);
  await page.keyboard.press('Escape');
  await page.keyboard.press('x');
  await waitForCount(page, all);
  checkQuiet(page);
});

test('drawer: proving words, the tree of voices, who says what, links', async () => {
  const page = await stage.page('#map?country=SYR&type=ASSAULT&text=base');
  await page.locator('.scrolled .row', { hasText: 'Rebel fighters' }).click();
  const drawer = page.locator('.drawer');
  await drawer.locator('h3', { hasText: '3 reports · 2 origins' }).waitFor();
  assert.equal(await drawer.locator('mark.role-trigger').first().evaluate((mark) => mark.firstChild?.textContent), 'shelled');
  assert.ok((await drawer.locator('mark.role-actor').first().innerText()).startsWith('Rebel'));
  const voices = await drawer.locator('.tree li').allInnerTexts();
  assert.ok(voices.some((line) => line.includes('Syrian Observatory for Human Rights') && line.includes('independent origin')));
  assert.ok(voices.some((line) => line.includes('Levant Wire') && line.includes('cites')));
  assert.ok((await drawer.locator('.statements').innerText()).includes('Idlib'));
  assert.equal(await drawer.locator('.source a').first().getAttribute('href'), 'https://example.org/levant-wire/2024-03-01-01');
  assert.match(page.url(), /incident=/);
  await picture(page, 'drawer');
  const whole = await stage.page(`#map?at=30.000,32.000,1.60z&incident=${new URLSearchParams(new URL(page.url()).hash.split('?')[1]).get('incident')}`);
  await whole.locator('.drawer mark').first().waitFor();
  await picture(whole, 'dashboard'); // docs/images/dashboard.png
  assert.deepEqual(await accessibility(page), []);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('.drawer'));
  checkQuiet(page);
});

test('it says what it does not know', async () => {
  const page = await stage.page('#map?text=Afrin');
  await page.locator('.scrolled .row').first().click();
  await page.locator('.drawer .verdict-circular').waitFor();
  assert.ok((await page.locator('.tree').innerText()).includes('in a circle'));
  await picture(page, 'drawer-circle');
  const unknown = await stage.page('#table?actor=-');
  assert.ok((await countOf(unknown)) > 0);
  for (const who of await unknown.locator('.scrolled .c-who').allInnerTexts()) assert.equal(who, 'not known');
  checkQuiet(page);
});

test('two parties: conflict and cooperation, with the incidents behind', async () => {
  const page = await stage.page('#parties?dyad=RUS,UKR');
  await page.locator('.uplot canvas').waitFor();
  const behind = await page.locator('.behind li').count();
  assert.ok(behind >= 3);
  await picture(page, 'parties');
  assert.deepEqual(await accessibility(page), []);
  await page.getByLabel('First party').fill('SYR');
  await page.getByLabel('First party').press('Enter');
  await page.waitForFunction(() => location.hash.includes('dyad=SYR'));
  await page.goBack();
  await page.waitForFunction(() => location.hash.includes('dyad=RUS'));
  await page.locator('.behind li button').first().click();
  await page.locator('.drawer h3').first().waitFor();
  checkQuiet(page);
});

test('network: who does what to whom, and on to the two', async () => {
  const page = await stage.page('#network');
  assert.ok((await page.locator('.node').count()) >= 8);
  await picture(page, 'network');
  assert.deepEqual(await accessibility(page), []);
  await page.locator('.node[aria-label^="Russia,"]').press('Enter');
  await page.waitForFunction(() => location.hash.includes('actor=RUS'));
  await page.locator('.network-list button').first().click();
  await page.waitForFunction(() => /^#parties.*dyad=RUS/.test(location.hash));
  checkQuiet(page);
});

test('keys: j and k step, Enter goes in, ? helps, 1 to 4 turn the views, t turns the colours', async () => {
  const page = await stage.page('#table');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.locator('.drawer h3').first().waitFor();
  const second = await page.locator('.row.chosen').getAttribute('aria-rowindex');
  assert.equal(second, '3');
  await page.keyboard.press('k');
  await page.waitForFunction(() => document.querySelector('.row.chosen')?.getAttribute('aria-rowindex') === '2');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.classList.contains('drawer'));
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.locator('dialog[open]').waitFor();
  await picture(page, 'help');
  assert.deepEqual(await accessibility(page), []);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('dialog'));
  await page.keyboard.press('3');
  await page.waitForFunction(() => location.hash.startsWith('#network'));
  await page.keyboard.press('t');
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  await page.keyboard.press('1');
  await page.locator('.map .incidents').waitFor();
  await picture(page, 'map-dark');
  assert.deepEqual(await accessibility(page), []);
  checkQuiet(page);
});

test('export: what is seen, in three formats, and links to the server with the same filters', async () => {
  const page = await stage.page('#map?type=ASSAULT');
  const count = await countOf(page);
  await page.keyboard.press('e');
  for (const [name, records] of [['CSV', (text: string) => text.trimEnd().split('\r\n').length - 1], ['JSONL', (text: string) => text.trimEnd().split('\n').length],
    ['GeoJSON', (text: string) => JSON.parse(text).features.length]] as const) {
    const waiting = page.waitForEvent('download');
    await page.locator('.formats').getByRole('button', { name, exact: true }).click();
    const file = await (await waiting).path();
    assert.equal(records(readFileSync(file, 'utf8')), count, name);
  }
  const href = await page.locator('.downloads a', { hasText: 'GeoJSON' }).first().getAttribute('href');
  const served = (await (await fetch(stage.address + href)).json()) as { features: { properties: { event: string } }[] };
  assert.equal(served.features.length, count);
  assert.ok(served.features.every(({ properties }) => properties.event === 'ASSAULT'));
  await picture(page, 'export');
  assert.deepEqual(await accessibility(page), []);
  checkQuiet(page);
});

test('narrow screens: everything is there and nothing runs over the side', async () => {
  for (const [width, height] of [[1024, 768], [768, 1024], [390, 844]]) {
    const page = await stage.page('', { viewport: { width, height } });
    await waitForCount(page, all);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px`);
    await page.locator('.scrolled .row').first().click();
    await page.locator('.drawer h3').first().waitFor();
    await page.keyboard.press('Escape');
    await picture(page, `width-${width}`);
    assert.deepEqual(await accessibility(page), []);
    checkQuiet(page);
  }
});
