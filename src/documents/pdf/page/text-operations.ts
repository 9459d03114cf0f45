import type { Opcodes } from '../load.ts';
import { belongsTo, isHidden, number, type Operation } from './drawing.ts';
import { showText } from './letters.ts';
import { matrixOf } from './matrix.ts';
import type { TextState } from './text-state.ts';

/** Sets one number of the text state; `times` brings the file's unit to ours. */
function setting(what: Exclude<keyof TextState, 'font'>, times = 1): Operation {
  return ({ text }, [value]) => {
    text[what] = number(value) * times;
  };
}

/** The operators that choose a font, move the place of the next letter, or show letters (ISO 32000-1, 9.3 and 9.4). */
export const textOperations = (opcodes: Opcodes): [number, Operation][] => [
  [opcodes.beginText, ({ place }) => place.begin()],
  [
    opcodes.setFont,
    ({ text, fontCalled }, [name, size]) => {
      text.font = fontCalled(String(name));
      text.size = number(size);
    },
  ],
  [opcodes.setCharSpacing, setting('letterSpacing')],
  [opcodes.setWordSpacing, setting('wordSpacing')],
  [opcodes.setHScale, setting('stretch', 0.01)],
  [opcodes.setLeading, setting('leading')],
  [opcodes.setTextRise, setting('rise')],
  [opcodes.setTextRenderingMode, setting('mode')],
  [opcodes.moveText, ({ place }, [x, y]) => place.move(number(x), number(y))],
  [
    opcodes.setLeadingMoveText,
    ({ text, place }, [x, y]) => {
      text.leading = -number(y);
      place.move(number(x), number(y));
    },
  ],
  [opcodes.setTextMatrix, ({ place }, [matrix]) => place.begin(matrixOf(matrix))],
  [opcodes.nextLine, ({ text, place }) => place.move(0, -text.leading)],
  [
    opcodes.showText,
    (drawing, [shown], at) => {
      const letters = isHidden(drawing) ? [] : drawing.marks.letters;
      showText(shown, drawing.text, drawing.place, drawing.page, { run: at, ...belongsTo(drawing) }, letters);
    },
  ],
];
