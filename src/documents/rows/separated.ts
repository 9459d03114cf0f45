import { kindOf } from '../kind.ts';

/** Whether a file of these bytes is read in a moment: separated values are, a workbook has to be unpacked first. */
export const isSeparatedText = (bytes: Uint8Array): boolean => {
  try {
    return kindOf(bytes) === 'text';
  } catch {
    return false;
  }
};
