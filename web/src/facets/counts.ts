// SPDX-License-Identifier: Apache-2.0
import type { Board } from '../board/board';
import type { Crossfilter } from '../board/crossfilter';
import type { Counts } from '../board/tally';
import type { ListName } from '../state/filters';

/** How many incidents have each value of each facet. The arrays hold until the next filter. */
export function countFacets(board: Board, crossfilter: Crossfilter): Record<ListName, Counts> {
  return {
    type: crossfilter.countColumn('type', board.type, board.types.length),
    status: crossfilter.countColumn('status', board.status, board.statuses.length),
    verdict: crossfilter.countColumn('verdict', board.verdict, board.verdicts.length),
    country: crossfilter.countColumn('country', board.country, board.countries.length),
    actor: crossfilter.countLists('actor', board.actorKeys.ofRow, board.actorKeys.values.length),
    recipient: crossfilter.countLists('recipient', board.recipientKeys.ofRow, board.recipientKeys.values.length),
    source: crossfilter.countLists('source', board.outlet, board.outlets.length),
  };
}
