import { renderView } from '../../../../platform/govuk/views.ts';
import type { Panel } from '../../../../platform/http/capability.ts';
import {
  type LineUsing,
  linesUsing,
  plansUsing,
  REGISTERS,
  type RegisterName,
} from '../../queries/register-lines.ts';
import { STATE_WORDS } from '../../rules/words.ts';
import { nameOfLine } from '../cells.ts';

const SHOWN = 25;

/**
 * The lines that use an entry of a register, a plan at a time. About: `entry`, `here` (its page), `plan` (chosen among
 * those that use it), `after` (the position that was shown last).
 */
const linesOf =
  (register: RegisterName): Panel =>
  async (within, { entry = '', here = '', plan = '', after = '' }) => {
    const plans = await plansUsing(within, entry);
    const chosen = plans.find(one => one.id === plan) ?? plans[0];
    if (!chosen) return '';
    const from = Math.min(Math.max(0, Math.trunc(Number(after)) || 0), 2 ** 31 - 1);
    const asked = { after: from, most: SHOWN + 1 };
    const found = await linesUsing(within, { register, entry, plan: chosen }, asked);
    const lines = found.slice(0, SHOWN);
    const last = lines.at(-1)?.position;
    const at = (id: string, position?: number) =>
      `${here}?plan=${id}${position ? `&after=${position}` : ''}#lines`;
    return renderView('plans/pages/register-lines/lines.njk', {
      plans: plans.map(one => ({ ...one, current: one.id === chosen.id, href: at(one.id) })),
      chosen,
      lines: lines.map(line => shown(chosen.id, line)),
      first: from ? at(chosen.id) : undefined,
      next: found.length > SHOWN ? at(chosen.id, last) : undefined,
    });
  };

const shown = (plan: string, line: LineUsing) => ({
  ...line,
  href: `/plans/${plan}/lines/${line.id}`,
  name: nameOfLine(line),
  state: STATE_WORDS[line.state],
});

/** A panel for each register, under the name that the page of an entry asks for. */
export const registerPanels: Record<string, Panel> = Object.fromEntries(
  REGISTERS.map(register => [`lines of ${register}`, linesOf(register)]),
);
