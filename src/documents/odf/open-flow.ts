import { readBlocks } from './body.ts';
import type { Flow } from './flow.ts';
import { readNumbering } from './numbering.ts';
import type { openOdf } from './package.ts';
import { readStyles } from './styles.ts';

/** What every OpenDocument file is read with from its first word on: its styles and numbers, and nothing met yet. */
export const openFlow = ({ content, styles }: ReturnType<typeof openOdf>): Flow => ({
  styles: readStyles([styles, content]),
  numbering: readNumbering([styles, content]),
  asides: [],
  paragraphs: 0,
  tables: 0,
  readInside: readBlocks,
});
