// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { fetchIncident } from '../api/client';
import type { Dossier, Mention, Named } from '../api/dossier';
import type { Board } from '../board/board';
import { useFetched } from '../shell/hooks';
import type { Actions } from '../state/picture';
import { precisionLabel, quadOf, statusLabel, typeLabel, verdictLabel, verdictMeaning } from '../text/plover';
import { safeUrl, visible } from '../text/safe';
import { Sentence } from './Sentence';
import { Statements } from './Statements';
import { Voices } from './Voices';

/** Everything that is known of one incident, and on whose word. */
export function Drawer({ id, board, actions }: { id: string; board: Board; actions: Actions }) {
  const fetched = useFetched(`${id} ${board.revision}`, (signal) => fetchIncident(id, signal));
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.scrollTo({ top: 0 }), [id]);
  return (
    <aside class="drawer" aria-label="Incident" aria-busy={fetched?.state === 'loading'} ref={box} tabIndex={-1}>
      <button type="button" class="close" aria-label="Close the incident" onClick={() => actions.go({ incident: null })}>✕</button>
      {fetched?.state === 'loading' && <p class="note" role="status">Reading …</p>}
      {fetched?.state === 'failed' && <p class="failed" role="alert">{visible(fetched.message)}</p>}
      {fetched?.state === 'done' && <Whole dossier={fetched.value} board={board} actions={actions} />}
    </aside>
  );
}

function Whole({ dossier, board, actions }: { dossier: Dossier; board: Board; actions: Actions }) {
  const { type, mode, date, enddate, place, verdict } = dossier;
  return (
    <>
      <header>
        <p class="kicker"><i class={`dot quad-${quadOf(type) + 1}`} />{typeLabel(type)}{mode && `: ${mode}`} · {statusLabel(dossier.status)}</p>
        <h2 dir="auto"><Parties all={dossier.actors} unknown="Not known who" /> <span class="arrow">→</span> <Parties all={dossier.recipients} unknown="not said to whom" /></h2>
        {dossier.via.length > 0 && <p>through <Parties all={dossier.via} unknown="" /></p>}
      </header>
      <dl class="facts">
        <Fact name="When">{date}{enddate > date && ` to ${enddate}`}{enddate > date && <small> it is not known more exactly, or it lasted</small>}</Fact>
        <Fact name="Where">
          {place ? <>{visible(placeWords(place, board))} <small>{precisionLabel(place.precision)}</small></> : <span class="unknown">No report says where</span>}
        </Fact>
        <Fact name="Standing"><span class={`verdict-${verdict}`}>{verdictLabel(verdict)}</span> <small>{verdictMeaning(verdict)}</small></Fact>
      </dl>
      <DyadLink dossier={dossier} actions={actions} />
      <Voices dossier={dossier} />
      <Statements statements={dossier.statements} />
      <section aria-label="The words">
        <h3>The words</h3>
        {dossier.mentions.map((mention) => <Words key={mention.event} mention={mention} />)}
      </section>
      <footer class="note">Incident {dossier.id}</footer>
    </>
  );
}

function placeWords({ name, country }: { name: string; country: string }, { countries }: Board): string {
  const known = countries.find(({ code }) => code === country)?.name ?? country;
  return name && known && name !== known ? `${name}, ${known}` : name || known;
}

function Words({ mention }: { mention: Mention }) {
  const { document, attribution } = mention;
  const url = safeUrl(document.url);
  const title = visible(document.title || document.id);
  return (
    <article class="mention">
      <p class="source">
        <b><bdi>{visible(document.source || 'Outlet not known')}</bdi></b> · {document.date} ·{' '}
        {url ? <a href={url} target="_blank" rel="noopener noreferrer nofollow">{title}</a> : <bdi>{title}</bdi>}
      </p>
      <Sentence text={mention.sentence.text} marks={mention.marks} />
      <p class="note">
        {attribution.length > 0 && <>According to {attribution.map((voice) => visible(voice.name || voice.code)).join(', who heard it from ')}. </>}
        {statusLabel(mention.status)}. Confidence {Math.round(mention.confidence * 100)} %.
      </p>
      <details>
        <summary>Why it was coded so</summary>
        <ul class="evidence">
          <li>{visible(mention.evidence.entry)}</li>
          {mention.evidence.paths.map((path, i) => <li key={i}>{visible(path)}</li>)}
        </ul>
      </details>
    </article>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return <div><dt>{name}</dt><dd>{children}</dd></div>;
}

function Parties({ all, unknown }: { all: Named[]; unknown: string }) {
  if (all.length === 0) return <span class="unknown">{unknown}</span>;
  return <>{all.map((party, i) => <span key={i}>{i > 0 && ', '}<bdi>{visible(party.name || party.code)}</bdi></span>)}</>;
}

function DyadLink({ dossier, actions }: { dossier: Dossier; actions: Actions }) {
  const [a, b] = [dossier.actors[0], dossier.recipients[0]].map((party) => party && (party.code || party.name));
  if (!a || !b || a === b) return null;
  return (
    <button type="button" class="link" onClick={() => actions.go({ view: 'parties', dyad: [a, b] })}>
      {visible(a)} and {visible(b)} over time
    </button>
  );
}
