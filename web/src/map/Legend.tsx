// SPDX-License-Identifier: Apache-2.0
import { count } from '../text/numbers';
import { QUADS } from '../text/plover';

export function Legend({ placeless }: { placeless: number }) {
  return (
    <div class="legend">
      {QUADS.map((name, quad) => (
        <span key={name}><i class={`dot quad-${quad + 1}`} />{name}</span>
      ))}
      <span><i class="vague" />Only the province or country is known</span>
      <span class="placeless" data-testid="placeless">{placeless > 0 ? `${count(placeless)} without a place: in the list, not on the map` : 'All have a place'}</span>
    </div>
  );
}
