export { examineMail } from './examination/examine-mail.ts';
export { type Fate, fatesAbout } from './queries/fates.ts';
export { type Undelivered, undelivered, type WhyUndelivered } from './queries/undelivered.ts';
