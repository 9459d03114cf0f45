import { MigrationProblem } from '../platform/database/migrate.ts';
import { readSettings, type Settings, SettingsProblem } from '../platform/settings/settings.ts';

/** Every command of the program. Each loads what it needs and no more. */
type Command = { says: string; run: (settings: Settings, args: string[]) => Promise<number | undefined> };

const commands: Record<string, Command> = {
  start: {
    says: 'start the database, the web pages and the worker',
    run: async settings => void (await (await import('./start.ts')).start(settings)),
  },
  work: {
    says: 'start a worker alone, beside a Commsgrid that runs',
    run: async settings => void (await (await import('./work.ts')).work(settings)),
  },
  migrate: {
    says: 'bring the database to this version',
    run: async settings => (await import('./migrate-command.ts')).migrateCommand(settings),
  },
  read: {
    says: 'read a document and show what was understood: read FILE [--json] [--explain] (read --help: all options)',
    run: async (settings, args) =>
      (await import('../capabilities/imports/commands.ts')).readCommand(args, settings),
  },
  timing: {
    says: 'say what a timing is taken to mean: timing "first Tuesday of the month" [--json] (timing --help: all options)',
    run: async (_, args) => (await import('./timing-command.ts')).timingCommand(args),
  },
  doctor: {
    says: 'say what is wrong with this installation, and how to mend it',
    run: async settings => (await import('./doctor/doctor-command.ts')).doctorCommand(settings),
  },
  link: {
    says: 'make a link with which somebody chooses a new password: link EMAIL [--lost-phone]',
    run: async (settings, args) => (await import('./link-command.ts')).linkCommand(args, settings),
  },
  outbox: {
    says: 'list what was written to people before their organisation was known: outbox [--words]',
    run: async (settings, args) => (await import('./outbox-command.ts')).outboxCommand(args, settings),
  },
  'bank-holidays': {
    says: 'take in the official bank holidays, for every organisation: bank-holidays FILE|URL',
    run: async (settings, args) =>
      (await import('./bank-holidays-command.ts')).bankHolidaysCommand(args, settings),
  },
  passwords: {
    says: 'let people in with passwords again whose sign-on does not answer: passwords ORGANISATION',
    run: async (settings, args) => (await import('./passwords-command.ts')).passwordsCommand(args, settings),
  },
  settings: {
    says: 'list the settings, what they mean and what they are',
    run: async () => (await import('./settings-command.ts')).settingsCommand(),
  },
};

/** Problems that a person can put right are told in their own sentence; faults keep their stack. */
const SAID_PLAINLY = new Set(['SettingsProblem', 'InstallationProblem', 'MigrationProblem']);

async function main([name = 'help', ...args]: string[]): Promise<number | undefined> {
  const command = commands[name];
  if (!command) return help(name);
  return command.run(readSettings(process.env), args);
}

function help(asked: string): number {
  const known = ['help', '--help', '-h'].includes(asked);
  const write = known ? console.log : console.error;
  if (!known) write(`There is no command "${asked}".\n`);
  write('commsgrid COMMAND\n');
  for (const [name, { says }] of Object.entries(commands)) write(`  ${name.padEnd(13)} ${says}`);
  return known ? 0 : 2;
}

main(process.argv.slice(2)).then(
  code => {
    if (code !== undefined) process.exitCode = code;
  },
  (fault: Error) => {
    const plain =
      fault instanceof SettingsProblem ||
      fault instanceof MigrationProblem ||
      SAID_PLAINLY.has(fault.constructor.name);
    console.error(plain ? fault.message : fault);
    process.exit(1);
  },
);
