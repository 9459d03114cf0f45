import { element, elements, isOn, textOf, val, type XmlElement } from '../xml.ts';
import type { Flow } from './flow.ts';
import { cleaned, symbol } from './symbols.ts';

/** What the runs of one paragraph hold. */
export type Inline = {
  text: string;
  /** Every printed word was bold. */
  bold: boolean;
  /** Text boxes anchored in the paragraph. */
  boxes: XmlElement[];
  /** Prompts of content controls that nobody filled in. */
  prompts: string[];
};

/** Properties, tracked deletions and the old copy of a drawing: nothing of theirs is printed. */
const SILENT = new Set([
  'pPr',
  'rPr',
  'tcPr',
  'sdtPr',
  'sdtEndPr',
  'del',
  'moveFrom',
  'delText',
  'instrText',
  'delInstrText',
  'Fallback',
  'rt',
  'annotationRef',
]);

export function readInline(paragraph: XmlElement, flow: Flow, paragraphBold: boolean): Inline {
  const found: Inline = { text: '', bold: true, boxes: [], prompts: [] };
  const print = (text: string, bold: boolean) => {
    if (flow.fields.includes('instruction')) return;
    found.text += text;
    if (!bold && text.trim()) found.bold = false;
  };
  const walk = (node: XmlElement, bold: boolean): void => {
    for (const child of elements(node)) {
      if (SILENT.has(child.name)) continue;
      if (child.name === 'r') readRun(child);
      else if (child.name === 'sdt') readControl(child, bold);
      else if (child.name === 'txbxContent') found.boxes.push(child);
      else if (child.name === 'AlternateContent') walk(oneCopy(child), bold);
      else if (child.name === 'fldChar') turnField(flow, child.attributes.fldCharType);
      else if (child.name in PRINTED) print(PRINTED[child.name]?.(child) ?? '', bold);
      else walk(child, bold);
    }
  };
  const readRun = (run: XmlElement) => {
    const properties = element(run, 'rPr');
    const style = flow.styles(val(properties, 'rStyle') ?? '');
    if (isOn(properties, 'vanish') ?? style.hidden ?? false) return;
    walk(run, isOn(properties, 'b') ?? style.bold ?? paragraphBold);
  };
  const readControl = (control: XmlElement, bold: boolean) => {
    const content = element(control, 'sdtContent');
    if (!content) return;
    if (isOn(element(control, 'sdtPr'), 'showingPlcHdr')) found.prompts.push(textOf(content));
    else walk(content, bold);
  };
  walk(paragraph, paragraphBold);
  return found;
}

/** The same drawing is stored twice, for new and for old versions of Word; it is printed once. */
export const oneCopy = (alternate: XmlElement): XmlElement =>
  element(alternate, 'Choice') ?? element(alternate, 'Fallback') ?? alternate;

const PRINTED: Record<string, ((node: XmlElement) => string) | undefined> = {
  t: node => cleaned(textOf(node)),
  tab: () => '\t',
  ptab: () => '\t',
  br: () => '\n',
  cr: () => '\n',
  noBreakHyphen: () => '-',
  softHyphen: () => '',
  sym: node => symbol(node.attributes.char ?? ''),
};

function turnField(flow: Flow, type: string | undefined): void {
  if (type === 'begin') flow.fields.push('instruction');
  else if (type === 'separate' && flow.fields.length) flow.fields[flow.fields.length - 1] = 'result';
  else if (type === 'end') flow.fields.pop();
}
