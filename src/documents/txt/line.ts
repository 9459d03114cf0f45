import type { Paragraph } from '../document.ts';

/**
 * One line of text as a paragraph: a bullet at its head becomes its marker, white space at its head its depth,
 * and Markdown's stars for bold go. Numbers stay in the text, since somebody typed them.
 */
export function readLine(line: string, where: string, inCell = false): Paragraph {
  const found = inCell ? null : /^(\s*)([-–•·*▪◦‣●○■])\s+(?=\S)(.*)$/u.exec(line);
  const text = (found?.[3] ?? line).trim();
  const bold = /^\*\*(.+)\*\*$/.exec(text)?.[1] ?? /^\*\*(.+)$/.exec(text)?.[1];
  const hash = /^(#{1,6})\s+(.+?)\s*#*$/.exec(text);
  const plain = (hash?.[2] ?? bold ?? text).replace(/\*\*(.+?)\*\*/g, '$1').replace(/\*\*/g, '');
  return {
    kind: 'paragraph',
    text: plain.replace(/[^\S\n]+/g, ' ').trim(),
    where,
    ...(found ? { marker: '•', depth: Math.floor((found[1] ?? '').replaceAll('\t', '  ').length / 2) } : {}),
    ...(!found && !inCell && /^(?: {3}|\t)/.test(line) ? { indented: true as const } : {}),
    ...(hash ? { level: hash[1]?.length ?? 1 } : {}),
    ...(bold !== undefined ? { bold: true as const } : {}),
  };
}
