import fc from 'fast-check';

/** One thing that happens to a file on its way: a stretch lost, doubled, moved or overwritten. */
export type Harm = {
  kind: 'lose' | 'double' | 'move' | 'flip' | 'swell';
  from: number;
  length: number;
  to: number;
};

/** Places are shares of the whole file, from 0 to 1. */
const place = fc.double({ min: 0, max: 1, noNaN: true });

export const harms: fc.Arbitrary<Harm[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('lose', 'double', 'move', 'flip', 'swell'),
    from: place,
    length: fc.integer({ min: 1, max: 60 }),
    to: place,
  }),
  { minLength: 1, maxLength: 4 },
);

export function harmed(bytes: Uint8Array, all: Harm[]): Uint8Array {
  let so = Array.from(bytes);
  for (const harm of all) so = done(so, harm);
  return Uint8Array.from(so);
}

function done(bytes: number[], { kind, from, length, to }: Harm): number[] {
  const at = Math.floor(from * bytes.length);
  const stretch = bytes.slice(at, at + length);
  const rest = [...bytes.slice(0, at), ...bytes.slice(at + length)];
  if (kind === 'lose') return rest;
  if (kind === 'double') return [...bytes.slice(0, at), ...stretch, ...bytes.slice(at)];
  if (kind === 'flip')
    return bytes.map((byte, index) => (index >= at && index < at + length ? byte ^ 1 : byte));
  // Figures become large ones: places, counts and lengths that no sheet has.
  if (kind === 'swell')
    return bytes.map((byte, index) =>
      index >= at && index < at + length && byte >= 48 && byte <= 57 ? 57 : byte,
    );
  const target = Math.floor(to * rest.length);
  return [...rest.slice(0, target), ...stretch, ...rest.slice(target)];
}
