export { type Fate, fatesAbout } from './queries/fates.ts';
