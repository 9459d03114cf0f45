const FORMATS =
  'large[- ]print|larger|braille|easy[- ]?read|bsl|sign(?:ed)?|audio|subtitle|caption|translat|interpret|languages?|formats?|accessib|plain english|pictur|symbols?|makaton|moon|tape|recording';
const LANGUAGES =
  'albanian|amharic|arabic|bengali|bulgarian|burmese|cantonese|chinese|cornish|croatian|czech|dari|dutch|estonian|farsi|french|gaelic|german|greek|gujarati|hebrew|hindi|hungarian|irish|italian|japanese|korean|kurdish|latvian|lithuanian|malayalam|mandarin|nepali|panjabi|pashto|persian|polish|portuguese|punjabi|romani|romanian|russian|serbian|sinhal|slovak|slovenian|somali|spanish|swahili|sylheti|tagalog|tamil|telugu|thai|tigrinya|turkish|ukrainian|urdu|vietnamese|welsh|yiddish|yoruba';
const NEEDS = new RegExp(String.raw`\b(?:${FORMATS}|${LANGUAGES})`, 'i');

/**
 * Whether a text has one of the words by which a language or a format is told: for what must cost nothing. A need under
 * none of them is seen when the line is next linked.
 */
export const mayTellNeeds = (text: string): boolean => NEEDS.test(text);
