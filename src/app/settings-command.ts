import { settingsTable } from '../platform/settings/settings.ts';

/** Every setting with its meaning; the database's address is not printed, because it may hold a password. */
export async function settingsCommand(): Promise<number> {
  for (const { name, meaning, byDefault } of settingsTable()) {
    const set = process.env[name];
    const value = set
      ? name === 'DATABASE_URL'
        ? '(set)'
        : set
      : byDefault
        ? `${byDefault} (by default)`
        : '(not set)';
    console.log(`${name.padEnd(22)} ${value}\n${''.padEnd(22)} ${meaning}\n`);
  }
  return 0;
}
