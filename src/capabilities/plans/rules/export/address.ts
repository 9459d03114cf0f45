import type { Asked } from '../asked.ts';
import { addressOf } from '../asked-address.ts';

/** Where lines of a list are taken away as they are asked for. `list`: the page they stand on. `ending`: of the file. */
export function exportAddress(list: string, asked: Partial<Asked>, ending = ''): string {
  const shown = addressOf(list, { ...asked, cursor: undefined, unfolded: undefined });
  return `${list}/export${ending && `.${ending}`}${shown.slice(list.length)}`;
}
