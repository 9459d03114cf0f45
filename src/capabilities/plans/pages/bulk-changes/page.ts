import { type Answer, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { bulkChanges } from '../../queries/bulk.ts';
import { wantedWords } from '../bulk-change/words.ts';
import { PLANS } from '../which.ts';

/** One's own changes of many lines of the last day, from where each can be undone. */
export async function bulkChangesPage(visit: SignedInVisit): Promise<Answer> {
  const changes = await visit.within(within => bulkChanges(within, visit.now()));
  const facts = {
    changes: changes.map(({ id, lines, wanted, status, changedAt }) => ({
      href: `/bulk-changes/${id}`,
      lines,
      wanted: wantedWords(wanted).join('; '),
      status: STATUS_WORDS[status as keyof typeof STATUS_WORDS],
      changedAt,
    })),
    zone: visit.who.organisation.timeZone,
  };
  return page('plans/pages/bulk-changes/changes.njk', facts, {
    title: 'My changes of many lines',
    place: '/plans',
    trail: [PLANS, { text: 'My changes of many lines' }],
  });
}

const STATUS_WORDS = {
  changing: 'Under way',
  changed: 'Done',
  undoing: 'Being undone',
  undone: 'Undone',
};
