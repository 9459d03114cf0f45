import type { Opcodes } from '../load.ts';
import { contentOperations } from './content-operations.ts';
import { isHidden, number, type Operation, restore, save, transform } from './drawing.ts';
import { filled, strokedRulings, strokesOf } from './paths.ts';

/** The operators that place what follows, name it, and draw lines and areas. Pictures are passed over. */
export const shapeOperations = (opcodes: Opcodes): [number, Operation][] => [
  [opcodes.save, save],
  [opcodes.restore, restore],
  [opcodes.transform, transform],
  [
    opcodes.paintFormXObjectBegin,
    (drawing, [matrix]) => {
      save(drawing);
      transform(drawing, matrix);
      drawing.placed++;
    },
  ],
  [
    opcodes.paintFormXObjectEnd,
    drawing => {
      restore(drawing);
      drawing.placed--;
    },
  ],
  [
    opcodes.beginAnnotation,
    (drawing, [, , placing, turning]) => {
      save(drawing);
      drawing.page = drawing.base;
      transform(drawing, placing);
      transform(drawing, turning);
    },
  ],
  [opcodes.endAnnotation, restore],
  ...contentOperations(opcodes),
  [opcodes.constructPath, paint(opcodes)],
];

function paint(opcodes: Opcodes): Operation {
  const both = [opcodes.fillStroke, opcodes.eoFillStroke, opcodes.closeFillStroke, opcodes.closeEOFillStroke];
  const stroking = new Set([opcodes.stroke, opcodes.closeStroke, ...both]);
  const filling = new Set([opcodes.fill, opcodes.eoFill, ...both]);
  return (drawing, [how, data]) => {
    if (isHidden(drawing) || !Array.isArray(data)) return;
    const { rulings, fills } = drawing.marks;
    for (const stroke of strokesOf(data[0], drawing.page)) {
      if (stroking.has(number(how, -1))) rulings.push(...strokedRulings(stroke));
      if (!filling.has(number(how, -1))) continue;
      const drawn = filled(stroke);
      rulings.push(...drawn.rulings);
      if (drawn.box) fills.push({ ...drawn.box, ...(drawing.colour ? { colour: drawing.colour } : {}) });
    }
  };
}
