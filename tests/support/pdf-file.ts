import PDFDocument from 'pdfkit';

type Kit = InstanceType<typeof PDFDocument>;
export type PdfOptions = ConstructorParameters<typeof PDFDocument>[0];

/** A PDF drawn by a test: A4 in Helvetica, 9 points, not compressed so that it can be looked into and damaged on purpose. */
export async function pdfFile(draw: (page: Kit) => void, options: PdfOptions = {}): Promise<Uint8Array> {
  const kit = new PDFDocument({ size: 'A4', margin: 50, compress: false, ...options });
  const parts: Uint8Array[] = [];
  kit.on('data', (part: Uint8Array) => parts.push(part));
  const { promise, resolve } = Promise.withResolvers<void>();
  kit.on('end', () => resolve());
  kit.font('Helvetica').fontSize(9);
  draw(kit);
  kit.end();
  await promise;
  return new Uint8Array(Buffer.concat(parts));
}

/** Text set line by line as it is given, without any wrapping: `lines` from the top down at one place. */
export function setLines(kit: Kit, x: number, y: number, lines: string[], pitch = 11): void {
  lines.forEach((line, index) => {
    kit.text(line, x, y + index * pitch, { lineBreak: false });
  });
}

/** Straight lines: across from `x0` to `x1` at each of `ys`, and down from the first to the last of `ys` at each of `xs`. */
export function rule(kit: Kit, xs: number[], ys: number[], x0 = xs[0] ?? 0, x1 = xs.at(-1) ?? 0): void {
  for (const y of ys) kit.moveTo(x0, y).lineTo(x1, y).stroke();
  for (const x of xs)
    kit
      .moveTo(x, ys[0] ?? 0)
      .lineTo(x, ys.at(-1) ?? 0)
      .stroke();
}
