// SPDX-License-Identifier: Apache-2.0
// Feeds, saved searches and alerts: what the command line made is shown, and a search can be kept from the page.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { accessibility, checkQuiet, EXAMPLE, picture, Stage } from './stage';

let stage: Stage;
before(async () => {
  stage = await Stage.open(EXAMPLE);
  const folder = path.join(stage.folder, 'drop');
  mkdirSync(folder);
  const report = { id: 'drop-1', date: '2024-03-20', source: 'Harbour Post', text: 'Turkish troops shelled a village near Afrin on Wednesday, officials said.' };
  writeFileSync(path.join(folder, 'drop.jsonl'), `${JSON.stringify(report)}\n`);
  assert.equal(stage.masudi('feed', 'add', folder, '--name', 'Newsroom drop'), 0);
  assert.equal(stage.masudi('feed', 'add', 'http://127.0.0.1:9/feed.xml?key=secret', '--name', 'Gulf <b>Wire</b>'), 0); // a private address: never asked
  await new Promise((resolve) => setTimeout(resolve, 2100)); // files must have been left alone for two seconds
  stage.masudi('feed', 'run', '--once'); // ends with an error, for one of the two is broken
  assert.equal(stage.masudi('alert', 'add', 'assaults', '--type', 'ASSAULT', '--count', '2', '--within', '30d'), 0);
  assert.equal(stage.masudi('alert', 'add', 'sea', '--near', '26.6,56.5,150', '--min-confidence', '0.5'), 0);
  assert.equal(stage.masudi('alert', 'check'), 0);
});
after(() => stage?.close());

test('feeds: what is in trouble stands first, with the reason, and no key is shown', async () => {
  const page = await stage.page('#watch');
  const feeds = page.getByRole('region', { name: 'Feeds', exact: true });
  await feeds.locator('tbody tr').nth(1).waitFor();
  const [broken, folder] = await feeds.locator('tbody tr').allInnerTexts();
  assert.match(broken, /Gulf <b>Wire<\/b>[\s\S]*127\.0\.0\.1:9\/feed\.xml\?…[\s\S]*Failed 1×/);
  assert.ok((await feeds.locator('.problem').innerText()).length > 10);
  assert.match(folder, /Newsroom drop[\s\S]*Good[\s\S]*just now[\s\S]*1/);
  assert.match(await feeds.locator('h2').innerText(), /2 followed, 1 in trouble/);
  assert.ok(!(await page.content()).includes('secret'));
  await picture(page, 'watch');
  assert.deepEqual(await accessibility(page), []);
  checkQuiet(page);
});

test('alerts: each opens the incidents behind it', async () => {
  const page = await stage.page('#watch');
  const alerts = page.getByRole('region', { name: 'Alerts', exact: true });
  await alerts.locator('summary', { hasText: 'assaults' }).first().click();
  const behind = alerts.locator('details[open] li button');
  assert.ok((await behind.count()) >= 2);
  await behind.first().click();
  await page.locator('.drawer h3').first().waitFor();
  assert.match(page.url(), /#watch\?incident=/);
  await picture(page, 'watch-alert');
  checkQuiet(page);
});

test('searches: shown as filters, kept from the page, and removed', async () => {
  const page = await stage.page('#watch');
  const searches = page.getByRole('region', { name: 'Saved searches' });
  const line = (name: string) => searches.locator('tbody tr', { hasText: name });
  assert.match(await line('assaults').innerText(), /type ASSAULT[\s\S]*holds/);
  assert.equal(await line('sea').getByRole('button', { name: 'Show about this' }).getAttribute('title'), 'The dashboard has no filter for: min-confidence 0.5');
  await line('assaults').getByRole('button', { name: 'Show' }).click();
  await page.waitForFunction(() => location.hash === '#map?type=ASSAULT');
  await page.keyboard.press('5');
  await searches.getByPlaceholder('name').fill('deeds-of-war');
  await searches.locator('select').selectOption('count');
  await searches.getByRole('button', { name: 'Save' }).click();
  await line('deeds-of-war').waitFor();
  const kept = (await (await fetch(`${stage.address}api/v1/searches`)).json()) as { searches: { name: string; options: [string, string][] }[] };
  assert.deepEqual(kept.searches.find(({ name }) => name === 'deeds-of-war')?.options.map(([name, value]) => `${name} ${value}`).sort(),
    ['count 5', 'type ASSAULT', 'within 7d']);
  await line('deeds-of-war').getByRole('button', { name: 'Remove' }).click();
  await line('deeds-of-war').getByRole('button', { name: 'Really remove' }).click();
  await line('deeds-of-war').waitFor({ state: 'detached' });
  await searches.getByPlaceholder('name').fill('assaults');
  await searches.getByRole('button', { name: 'Save' }).click();
  await searches.getByRole('alert').waitFor();
  assert.deepEqual(await accessibility(page), []);
});

test('an incident that the picture does not have yet is not said to be part of another', async () => {
  assert.equal(stage.masudi('alert', 'add', 'late', '--type', 'ASSAULT'), 0);
  assert.equal(stage.masudi('alert', 'check'), 0); // from here on what is new is told
  const page = await stage.page('#watch?type=ASSAULT');
  await page.locator('.line.is-open').waitFor();
  stage.ingest([{ id: 'late-1', date: '2024-03-21', source: 'Harbour Post', text: 'Rebel fighters shelled a market in Aleppo on Thursday, police said.' }]);
  await page.locator('.news').waitFor();
  assert.equal(stage.masudi('alert', 'check'), 0);
  await page.getByPlaceholder('name').fill('asks-again');
  await page.getByRole('button', { name: 'Save' }).click();
  const alert = page.getByRole('region', { name: 'Alerts', exact: true }).locator('.alerts > li', { hasText: 'late' }).first();
  await alert.locator('summary').click();
  assert.equal(await alert.locator('small').first().innerText(), 'not in this picture: new, or now part of another incident');
  await page.locator('.news').click();
  await alert.locator('small').first().waitFor({ state: 'detached' });
  await alert.locator('li button').first().click();
  await page.locator('.drawer h3').first().waitFor();
  checkQuiet(page);
});

test('hidden characters of rules and failures are seen', async () => {
  const page = await stage.page('#map');
  const search = { name: 's', options: [['type', 'ASSAULT']], rule: 'more than \u202e5', on: false };
  await page.route('**/api/v1/searches', (route) => route.fulfill({ json: { searches: [search] } }));
  await page.route('**/api/v1/searches/s', (route) => route.fulfill({ status: 500, json: { error: 'no\u202e such' } }));
  await page.keyboard.press('5');
  const searches = page.getByRole('region', { name: 'Saved searches' });
  await searches.getByText('more than \ufffd5').waitFor();
  await searches.getByRole('button', { name: 'Remove' }).click();
  await searches.getByRole('button', { name: 'Really remove' }).click();
  await searches.getByText('no\ufffd such').waitFor();
  await page.route('**/api/v1/alerts?*', (route) => route.fulfill({ status: 500, json: { error: 'down\u200b' } }));
  await page.keyboard.press('1');
  await page.keyboard.press('5');
  await page.getByText('down\ufffd').waitFor();
});
