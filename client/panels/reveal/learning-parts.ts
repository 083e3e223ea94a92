/** Sources of a seat's new knowledge (K3 to K8), one per line. Research inside a tree reaches all of it. */
import type { OwnResult } from '../../../shared/engine/own-result.ts';
import type { MessageKey } from '../../../shared/i18n/messages.ts';
import type { Term } from '../../../shared/i18n/terms.ts';

export function learningParts(
  result: OwnResult,
  inTree: boolean,
): readonly (readonly [name: MessageKey, gained: number, term: Term])[] {
  return [
    [inTree ? 'play.learnt-tree' : 'play.learnt-research', result.fromResearch, inTree ? 'tree' : 'research'],
    ['play.learnt-pacts', result.fromPacts, 'pact'],
    ['play.learnt-commons', result.fromCommons, 'commonKnowledge'],
    ['play.learnt-shelter', result.fromShelter, 'shelter'],
  ];
}
