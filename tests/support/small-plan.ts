import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';

/** A Word document with one table of promises of the Borough of Ashmere: as small as a plan can be. */
export async function smallPlan(lines = 3): Promise<Uint8Array> {
  const rows = [['What', 'Owner', 'When'], ...Array.from({ length: lines }, (_, index) => line(index))];
  const table = new Table({ rows: rows.map(texts => new TableRow({ children: texts.map(cell) })) });
  const plan = new Document({
    sections: [{ children: [new Paragraph('Ashmere communications plan'), table] }],
  });
  return new Uint8Array(await Packer.toBuffer(plan));
}

const line = (index: number): string[] => [`Hold ward panel ${index + 1}`, 'Ada Marsh', 'Quarterly'];

const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] });
