/** What ends a process in good order: a signal from the system, or the channel to whoever started it closing. */
export function onceAsked(stop: (why: string) => Promise<void>): void {
  let asked = false;
  const ask = (why: string) => {
    if (asked) return process.exit(1); // asked twice: somebody is in a hurry
    asked = true;
    stop(why).then(
      () => process.exit(0),
      fault => {
        console.error(fault);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', () => ask('SIGINT'));
  process.on('SIGTERM', () => ask('SIGTERM'));
  process.on('disconnect', () => ask('the process that started this one is gone'));
}

/** The whole of stopping takes no longer than this. In milliseconds. */
export const STOP_WITHIN = 9_000;
