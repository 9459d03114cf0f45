import { elements, parseXml } from '../xml.ts';
import type { Archive } from './unpack.ts';

/** What a part of the package says of another: `type` without its namespace, `target` as the path in the archive. */
export type Relationship = { id: string; type: string; target: string };

/** The parts that a part of a Word or Excel file refers to, by its file of relationships; none where it has no such file. */
export function relationships(archive: Archive, name: string, folder: string): Relationship[] {
  const text = archive.text(name);
  if (text === undefined) return [];
  return [...elements(parseXml(text), 'Relationship')]
    .filter(relation => relation.attributes.TargetMode !== 'External')
    .map(relation => ({
      id: relation.attributes.Id ?? '',
      type: (relation.attributes.Type ?? '').replace(/^.*\//, ''),
      target: resolve(folder, relation.attributes.Target ?? ''),
    }));
}

function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
