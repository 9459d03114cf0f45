export const CHANNEL_KINDS = [
  'face-to-face',
  'electronic',
  'print',
  'media',
  'broadcast',
  'outdoor',
  'other',
] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

export const CHANNEL_KIND_WORDS: Record<ChannelKind, string> = {
  'face-to-face': 'Face to face',
  electronic: 'Electronic',
  print: 'Print',
  media: 'Media',
  broadcast: 'Broadcast',
  outdoor: 'Outdoor',
  other: 'Other',
};

/**
 * The first that fits counts, so what is told apart by one more word stands higher: a press release before what is
 * released, a radio interview before a meeting of two people, a poster at a bus stop before a poster.
 */
const WORDS: [ChannelKind, RegExp][] = [
  ['broadcast', /\b(?:radio|television|tv|broadcast(?:s|ers|ing)?|podcasts?)\b/i],
  [
    'outdoor',
    /\b(?:bill ?boards?|hoardings?|lamp ?-?posts?|bus(?:es)?(?: (?:shelters?|stops?|backs?|sides?|rears?|panels?))?|roadside|outdoor|banners?|vehicle liver(?:y|ies)|liver(?:y|ies)|signs?|signage|notice ?boards?|pavements?)\b/i,
  ],
  [
    'media',
    /\b(?:press|news ?papers?|media (?:releases?|briefings?|calls?|events?|partnerships?|relations|statements?|interviews?)|news releases?|local media|national media|trade media|print media|advertorials?|letters? to the editor|editorials?|columns?|(?<!social )(?<!digital )(?<!new )(?<!electronic )(?<!online )media|magazine articles?|freesheets?)\b/i,
  ],
  [
    'electronic',
    /\b(?:e-?mails?|e mails?|e-?(?:bulletins?|newsletters?|news|zines?|shots?)|on-?line|web(?:sites?| sites?| ?pages?|inars?|casts?|chats?)?|internet|intranet|extranet|social media|social networks?|facebook|twitter|tweets?|instagram|tiktok|linkedin|nextdoor|youtube|whatsapp|yammer|sharepoint|viva|teams (?:channel|call|meeting|post)s?|blogs?|vlogs?|videos?|films?|animations?|apps?|texts?|sms|text messag(?:es|ing)|digital|electronic|screens?|screen ?savers?|plasma|portals?|rss|telephones?|phones?|help ?lines?|hot ?lines?|call cent(?:re|er)s?|contact cent(?:re|er)s?|chat ?bots?|virtual)\b/i,
  ],
  [
    'face-to-face',
    /\b(?:face[- ]to[- ]face|meetings?|briefings?|workshops?|seminars?|conferences?|drop[- ]?ins?|surger(?:y|ies)|events?|road ?shows?|exhibitions?|presentations?|forums?|focus groups?|panels?|visits?|walk ?-?abouts?|open (?:days?|evenings?)|one[- ]to[- ]ones?|1:1s?|1-2-1s?|training|sessions?|stalls?|door[- ]?(?:knocking|step(?:ping)?|to[- ]door)|outreach|word of mouth|team talks|assembl(?:y|ies)|stands?|talks?|launch(?:es)?|networking|in person|fairs?|festivals?|consultation events?)\b/i,
  ],
  [
    'print',
    /\b(?:posters?|leaflets?|flyers?|fliers?|letters?|post ?cards?|newsletters?|magazines?|booklets?|brochures?|factsheets?|fact sheets?|hand ?outs?|inserts?|mail ?(?:shots?|outs?|drops?)|direct mail|printed|print|postal|post|pamphlets?|annual reports?|reports?|pull-?ups?|calendars?|beer ?mats?|stickers?|cards?|packs?|payslips?|bulletins?|parish mag(?:azine)?s?|questionnaires?|surveys?|comment forms?|feedback forms?)\b/i,
  ],
  [
    'other',
    /\b(?:adverts?|advertising|advertisements?|campaigns?|notices?|updates?|messages?|toolkits?|networks?)\b/i,
  ],
];

/** By which kind of way people are reached, from the words of a channel. Nothing where none of them is a channel's. */
export function channelKindIn(words: string): ChannelKind | undefined {
  return WORDS.find(([, pattern]) => pattern.test(words))?.[0];
}

/** A channel's own words say its kind before the title of the group it stands in does. */
export const channelKindOf = (name: string, group = ''): ChannelKind => {
  const own = channelKindIn(name);
  return (own !== 'other' && own) || channelKindIn(group) || 'other';
};
