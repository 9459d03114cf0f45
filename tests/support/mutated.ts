import fc from 'fast-check';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { readInThread } from '../../src/capabilities/imports/reading-thread.ts';
import { type Harm, harmed, harms } from './harm.ts';
import { layoutOf, settings } from './made-documents/layout.ts';
import { WRITERS } from './made-documents/properties.ts';
import { separatedOf, sheetSettings, workbookOf } from './plan-sheets.ts';
import { madePlans } from './plan-texts.ts';

/** A file that real writers made, and what happened to it on its way. */
export type Mutated = { name: string; bytes: Uint8Array };

const files: fc.Arbitrary<() => Promise<Mutated>> = fc
  .tuple(
    madePlans,
    settings,
    sheetSettings,
    fc.constantFrom('docx', 'pdf', 'odt', 'ods', 'txt', 'xlsx', 'csv'),
  )
  .map(([plan, setting, sheets, format]) => async () => {
    if (format === 'xlsx') return { name: 'plan.xlsx', bytes: await workbookOf(plan, sheets) };
    const encoder = new TextEncoder();
    if (format === 'csv') return { name: 'plan.csv', bytes: encoder.encode(separatedOf(plan, sheets, ',')) };
    const { name, bytes } = WRITERS[format as keyof typeof WRITERS];
    return { name, bytes: await bytes(layoutOf(plan, setting)) };
  });

/** Harms the file as it lies on the disk, or the text of one part of an archive, which is then packed again. */
export const mutated: fc.Arbitrary<() => Promise<Mutated>> = fc
  .tuple(files, harms, fc.nat(30))
  .map(([file, harm, part]) => async () => {
    const { name, bytes } = await file();
    const archived = bytes[0] === 0x50 && bytes[1] === 0x4b && part > 5;
    return { name, bytes: archived ? harmedInside(bytes, part, harm) : harmed(bytes, harm) };
  });

function harmedInside(bytes: Uint8Array, part: number, harm: Harm[]): Uint8Array {
  const parts: Zippable = unzipSync(bytes);
  const written = Object.entries(parts).filter(([name]) => /\.(?:xml|rels)$/.test(name));
  const [name, content] = written[part % written.length] ?? ['', new Uint8Array()];
  parts[name] = harmed(content as Uint8Array, harm);
  if (parts.mimetype) parts.mimetype = [parts.mimetype as Uint8Array, { level: 0 }];
  return zipSync(parts);
}

/** What a reading apart took, and why nothing was read. */
export type Survived = { milliseconds: number; fault?: Error; problem?: string };

const today = Temporal.PlainDate.from('2025-04-01');

/** Reads it in a thread of its own, as the product does, for as long as a reading may hang. */
export async function survived({ name, bytes }: Mutated, most: number): Promise<Survived> {
  const begun = performance.now();
  const outcome = await readInThread(
    { content: bytes, name, today },
    { limits: { time: most, memory: 300 } },
  );
  const milliseconds = performance.now() - begun;
  return 'problem' in outcome
    ? { milliseconds, problem: outcome.problem, fault: outcome.fault }
    : { milliseconds };
}
