// SPDX-License-Identifier: Apache-2.0
import { downloadUrl } from '../api/client';
import { Dialog } from '../shell/Dialog';
import { serverKnows } from '../state/filters';
import type { Picture } from '../state/picture';
import { plural } from '../text/numbers';
import { FORMATS } from './formats';

/** Two ways out: exactly what is seen, made here; or everything that the server knows of it. */
export function ExportDialog({ picture, onClose }: { picture: Picture; onClose(): void }) {
  const { filters } = picture.address;
  return (
    <Dialog title="Export" onClose={onClose}>
      <h3>What is seen</h3>
      <p>{plural(picture.rows.length, 'incident')}, a line each, as in the list.</p>
      <p class="formats">
        {(Object.keys(FORMATS) as (keyof typeof FORMATS)[]).map((format) => (
          <button type="button" key={format} onClick={() => save(picture, format)}>{NAMES[format]}</button>
        ))}
      </p>
      <h3>In full, from the server</h3>
      <p>
        With reasoning, sentences and evidence, by the same filters. {!serverKnows(filters) && (
          <b>It has no word for “not known” and for the standing, so it sends more than is seen.</b>
        )}
      </p>
      <dl class="downloads">
        {(['incidents', 'events'] as const).map((what) => (
          <div key={what}>
            <dt>{what === 'incidents' ? 'Incidents' : 'Events (every mention)'}</dt>
            <dd>{SERVED[what].map((format) => <a key={format} href={downloadUrl(what, format, filters)} download>{NAMES[format] ?? format}</a>)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

const NAMES: Record<string, string> = { csv: 'CSV', jsonl: 'JSONL', geojson: 'GeoJSON', gdelt: 'GDELT', polecat: 'POLECAT', stix: 'STIX' };
const SERVED = { incidents: ['csv', 'jsonl', 'geojson'], events: ['csv', 'jsonl', 'geojson', 'gdelt', 'polecat', 'stix'] };

function save({ board, rows }: Picture, format: keyof typeof FORMATS): void {
  const { write, type } = FORMATS[format];
  const url = URL.createObjectURL(new Blob([write(board, rows)], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `incidents.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
