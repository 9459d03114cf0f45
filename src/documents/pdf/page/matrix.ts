/** A placing of one flat space in another, as PDF writes it: a, b, c, d turn and stretch, e and f move. */
export type Matrix = readonly [number, number, number, number, number, number];

export const UNMOVED: Matrix = [1, 0, 0, 1, 0, 0];

/** What `inner` and then `outer` do. */
export const placedIn = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

export const movedBy = (matrix: Matrix, x: number, y: number): Matrix => placedIn(matrix, [1, 0, 0, 1, x, y]);

export const pointIn = (matrix: Matrix, x: number, y: number): [number, number] => [
  matrix[0] * x + matrix[2] * y + matrix[4],
  matrix[1] * x + matrix[3] * y + matrix[5],
];

/** Six finite numbers, or nothing: damaged files hold others. */
export function matrixOf(values: unknown): Matrix | undefined {
  if (!(Array.isArray(values) || values instanceof Float32Array) || values.length < 6) return undefined;
  const six = Array.from(values as ArrayLike<number>)
    .slice(0, 6)
    .map(Number);
  return six.every(Number.isFinite) ? (six as unknown as Matrix) : undefined;
}
