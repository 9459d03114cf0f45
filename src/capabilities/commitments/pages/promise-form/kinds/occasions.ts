import { isOccasion } from '../../../../../timing/series/occasions.ts';
import { type KindForm, readBounds } from './kind.ts';

export const occasionsForm: KindForm<'occasions'> = {
  text: 'Each year, at a time that has a name',
  hint: 'Halloween; Bonfire Night; New Year’s Eve; autumn; when the clocks go back; each May',
  read: (asked, { known }) => {
    const occasions = asked.lines('occasions', 'Enter at least one, like Halloween');
    const unknown = occasions.find(words => !isOccasion(words, known.year));
    if (unknown) asked.wrong('occasions', `“${unknown.slice(0, 60)}” is no time of the year that is known`);
    const lead = asked.whole('lead', {
      least: 0,
      most: 200,
      words: 'Enter a number of days from 0 to 200',
      usual: 0,
    });
    const bounds = readBounds(asked);
    return occasions.length && !unknown && lead !== undefined && bounds
      ? { kind: 'occasions', occasions, ...(lead && { lead }), ...bounds }
      : undefined;
  },
  answers: ({ occasions, lead }) => ({ occasions: occasions.join('\n'), lead: lead ? String(lead) : '' }),
};
