import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { writtenOnce } from '../../../platform/database/written-once.ts';
import type { RegisterName } from './register-lines.ts';

/** An entry of a register that a line uses; `byHand`: because somebody said so. */
export type LineLink = { register: RegisterName; id: string; name: string; byHand: boolean };

const findLinks = writtenOnce((db, line: string) =>
  db
    .selectFrom('line_audiences as l')
    .innerJoin('audiences as e', 'e.id', 'l.audience_id')
    .select([sql<RegisterName>`'audiences'`.as('register'), 'e.id', 'e.name', 'l.by_hand as byHand'])
    .where('l.line_id', '=', line)
    .unionAll(
      db
        .selectFrom('line_channels as l')
        .innerJoin('channels as e', 'e.id', 'l.channel_id')
        .select([sql<RegisterName>`'channels'`.as('register'), 'e.id', 'e.name', 'l.by_hand as byHand'])
        .where('l.line_id', '=', line),
    )
    .unionAll(
      db
        .selectFrom('line_clauses as l')
        .innerJoin('clauses as e', 'e.id', 'l.clause_id')
        .select([sql<RegisterName>`'clauses'`.as('register'), 'e.id'])
        .select([sql<string>`trim(e.number || ' ' || e.name)`.as('name'), 'l.by_hand as byHand'])
        .where('l.line_id', '=', line),
    )
    .orderBy('register')
    .orderBy('name'),
);

/** What a line uses of the registers, register by register. */
export const linksOfLine = (within: Within, line: string): Promise<LineLink[]> => findLinks(within, line);
