/** One Ctrl-C can arrive twice, from the terminal and from npm; a second one after this means a hurry. In milliseconds. */
const ONE_KEYSTROKE = 1_000;

/**
 * What ends a process in good order: a signal from the system, or the channel to whoever started it closing.
 * Asked by a signal again, it is only told to `hurry` before the process ends.
 */
export function onceAsked(stop: (why: string) => Promise<void>, hurry = () => {}): void {
  let askedAt: number | undefined;
  const ask = (why: string) => {
    if (askedAt !== undefined) return;
    askedAt = performance.now();
    stop(why).then(
      () => process.exit(0),
      fault => {
        console.error(fault);
        process.exit(1);
      },
    );
  };
  const signalled = (signal: string) => {
    const again = askedAt !== undefined && performance.now() - askedAt > ONE_KEYSTROKE;
    if (!again) return ask(signal);
    hurry();
    process.exit(1);
  };
  process.on('SIGINT', () => signalled('SIGINT'));
  process.on('SIGTERM', () => signalled('SIGTERM'));
  whenParentGoes(() => ask('npm is gone'));
  process.on('disconnect', () => ask('the process that started this one is gone'));
}

/**
 * `npm start` runs us in a shell, and passes a SIGTERM on to that shell alone. When both are gone, nobody can stop us
 * any more, so that we stop.
 */
function whenParentGoes(then: () => void): void {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  setInterval(() => process.ppid !== parent && then(), 500).unref();
}
