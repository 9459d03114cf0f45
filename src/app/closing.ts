/** What was begun and must be ended in good order: the last begun first. */
export type Closing = {
  /** @param by milliseconds after the ending began; what takes longer is left behind. */
  ends: (by: number, end: (limitMs: number) => Promise<unknown>) => void;
  /** Ends everything; asked again, it is the same ending. */
  all: () => Promise<void>;
  /** What must not outlive us even when there is no time for good order. */
  inHurry: (end: () => void) => void;
  hurry: () => void;
};

export function openClosing(now = () => performance.now()): Closing {
  const steps: { by: number; end: (limitMs: number) => Promise<unknown> }[] = [];
  const hurried: (() => void)[] = [];
  let ending: Promise<void> | undefined;
  const endAll = async () => {
    const from = now();
    for (let step = steps.pop(); step; step = steps.pop()) {
      const left = Math.max(0, from + step.by - now());
      await within(left, step.end(left));
    }
  };
  return {
    ends: (by, end) => void steps.push({ by, end }),
    all: () => {
      ending ??= endAll();
      return ending;
    },
    inHurry: end => void hurried.push(end),
    hurry: () => {
      for (const end of hurried) end();
    },
  };
}

function within(limitMs: number, work: Promise<unknown>): Promise<unknown> {
  const limit = Promise.withResolvers<void>();
  const timer = setTimeout(limit.resolve, limitMs);
  return Promise.race([work, limit.promise]).finally(() => clearTimeout(timer));
}
