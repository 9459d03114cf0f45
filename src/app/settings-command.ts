import { settingsTable } from '../platform/settings/settings.ts';

/** What is not printed: secrets, and the database's address, which may hold a password. */
const HIDDEN = /^DATABASE_URL$|SECRET|PASSWORD|KEY/;

/** Every setting with its meaning and what it is. */
export async function settingsCommand(): Promise<number> {
  for (const { name, meaning, byDefault } of settingsTable()) {
    const set = process.env[name];
    const value = set
      ? HIDDEN.test(name)
        ? '(set)'
        : set
      : byDefault
        ? `${byDefault} (by default)`
        : '(not set)';
    console.log(`${name.padEnd(22)} ${value}\n${''.padEnd(22)} ${meaning}\n`);
  }
  return 0;
}
