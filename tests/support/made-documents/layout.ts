import fc from 'fast-check';
import { cellsOf, type MadePlan } from '../plan-texts.ts';

/** How a made plan is set out in a document that has paragraphs and tables. */
export type Setting = {
  /** One table with a row across it over each section, or a paragraph and a table for each. */
  sections: 'rows' | 'tables';
  /** Cells that say what the one above says are merged with it. */
  merged: boolean;
  /** Prose before and after, and what pages repeat. */
  junk: number;
  furniture: boolean;
  /** Texts are broken into pieces, as word processors do, at places that this number chooses. */
  pieces: number;
  /** A page ends before each table, or somewhere in it. */
  breaks: boolean;
  /** What is drawn around cells where pages are drawn, and where cells stand in their rows. */
  drawn?: 'grid' | 'rules' | 'nothing';
  stands?: 'top' | 'middle';
};

export const settings: fc.Arbitrary<Setting> = fc.record({
  sections: fc.constantFrom('rows', 'tables'),
  merged: fc.boolean(),
  junk: fc.nat(7),
  furniture: fc.boolean(),
  pieces: fc.nat(9),
  breaks: fc.boolean(),
});

export type MadeCell = { text: string; columns: number; rows: number; covered: boolean };
export type MadeBlock =
  | { kind: 'title' | 'heading' | 'prose'; text: string }
  | { kind: 'table'; rows: MadeCell[][]; headings: number; breaks: boolean };
export type Layout = { blocks: MadeBlock[]; header: string; footer: string; setting: Setting };

const JUNK = [
  'Kept by the press office and looked at anew every spring.',
  'Our three aims are to inform, to listen and to answer.',
  'Further copies can be had from the front desk in Mill Lane.',
];

export function layoutOf(plan: MadePlan, setting: Setting): Layout {
  const prose = JUNK.filter((_, at) => setting.junk & (1 << at)).map(text => ({
    kind: 'prose' as const,
    text,
  }));
  return {
    blocks: [
      { kind: 'title', text: plan.title },
      ...prose.slice(0, 1),
      ...(setting.sections === 'rows' ? [oneTable(plan, setting)] : eachTable(plan, setting)),
      ...prose.slice(1),
    ],
    header: setting.furniture ? 'Borough of Ashmere' : '',
    footer: setting.furniture ? 'Not for publication before it is agreed' : '',
    setting,
  };
}

const single = (text: string): MadeCell => ({ text, columns: 1, rows: 1, covered: false });
const headingsOf = (plan: MadePlan) => plan.columns.map(({ heading }) => single(heading));

function oneTable(plan: MadePlan, setting: Setting): MadeBlock {
  const width = plan.columns.length;
  const rows = plan.sections.flatMap(section => [
    [{ ...single(section.title), columns: width }],
    ...linesOf(plan, section, setting),
  ]);
  return { kind: 'table', rows: [headingsOf(plan), ...rows], headings: 1, breaks: setting.breaks };
}

const eachTable = (plan: MadePlan, setting: Setting): MadeBlock[] =>
  plan.sections.flatMap((section): MadeBlock[] => [
    { kind: 'heading', text: section.title },
    {
      kind: 'table',
      rows: [headingsOf(plan), ...linesOf(plan, section, setting)],
      headings: 1,
      breaks: setting.breaks,
    },
  ]);

function linesOf(plan: MadePlan, section: MadePlan['sections'][number], { merged }: Setting): MadeCell[][] {
  const rows = section.lines.map(line => cellsOf(plan, line).map(single));
  if (!merged) return rows;
  plan.columns.forEach(({ field }, column) => {
    if (field !== 'owner' && field !== 'recommendation') return;
    let top: MadeCell | undefined;
    for (const row of rows) {
      const cell = row[column];
      if (cell && top?.text && top.text === cell.text) {
        top.rows++;
        row[column] = { ...cell, text: '', covered: true };
      } else top = cell;
    }
  });
  return rows;
}

/** Everything that is printed, each once: what pages repeat as well. */
export const printed = ({ blocks, header, footer }: Layout): string =>
  [
    header,
    ...blocks.flatMap(block =>
      block.kind === 'table' ? block.rows.flatMap(row => row.map(cell => cell.text)) : [block.text],
    ),
    footer,
  ].join('\n');

/** A text in pieces, as it is stored by programs in which somebody has changed a word here and there. */
export function piecesOf(text: string, seed: number): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const length = seed === 0 ? text.length : ((at * 7 + seed * 13) % 17) + 1;
    pieces.push(text.slice(at, at + length));
    at += length;
  }
  return pieces;
}
