import type { Looks } from '../text/looks.ts';
import { folded } from '../text/plain.ts';
import type { Settled } from './treacherous.ts';

/** What one channel is called where it heads a column of its own. */
const NAMED =
  /^(?:(?:our|the|other|local|staff|members?'?|partner|paid|printed|council|corporate|local|public|e-?mail|online|digital|weekly|monthly) )?(?:web ?sites?|web|web ?pages?|social(?: media| posts?)?|facebook|twitter|x|instagram|linkedin|next ?door|tiktok|you ?tube|whatsapp|e-?news(?:letters?)?|(?:news|e-?)letters?|e-?bulletins?|bulletins?|e-?mails?|e-?shots?|intranet|internal(?: comms| communications?)?|external(?: comms| communications?)?|media|press(?: releases?)?|pr|radio|tv|print|posters?|leaflets?|flyers?|magazines?|parish mag(?:azine)?|mag|notice ?boards?|(?:digital |plasma )?screens?|banners?|events?|meetings?|face[- ]to[- ]face|f2f|videos?|blogs?|podcasts?|advert(?:s|ising|isements?)?|paid|app|sms|texts?(?: messages?)?|direct mail|briefings?|roadshows?|drop-?ins?|assocs?|associations?)$/;
const FEWEST = 3;
const MOSTLY = 0.5;
const ACTS = ['action', 'message', 'description', 'subject', 'recommendation', 'objective', 'item'];

const namesChannel = (printed: string): boolean => {
  const parts = folded(printed)
    .split(/\s*(?:\/|&|,|\band\b)\s*/)
    .filter(Boolean);
  return parts.length > 0 && parts.every(part => NAMED.test(part));
};

/**
 * A calendar with a column for each channel ("Website | Social media | Press"): each keeps its own heading, since what
 * stands under it is done there. Where nothing else says what it is about, the theme does.
 */
export function channelColumns(columns: Settled[], looks: Looks[]): Settled[] {
  const named = columns.map(({ printed }) => namesChannel(printed));
  if (named.filter(Boolean).length < FEWEST) return columns;
  const acts = columns.some(({ sense }, index) => !named[index] && sense && ACTS.includes(sense));
  const counted = looks.some(({ money, reference }, index) => named[index] && money + reference > MOSTLY);
  return columns.map((column, index): Settled => {
    if (named[index])
      return {
        ...column,
        sense: 'named-channel',
        strength: 1,
        why: `“${column.printed}” names one channel of several`,
      };
    // "News | Website | Radio | …": what is spoken of stands first, unless the channels are only counted
    if (index === 0 && !column.sense && !column.section && column.printed && !acts && !counted)
      return {
        ...column,
        sense: 'subject',
        strength: 0.75,
        why: `“${column.printed}” stands before columns that each name a channel`,
      };
    if (column.sense !== 'theme' || acts) return column;
    const { section: _, ...about } = column;
    return { ...about, sense: 'subject' };
  });
}
