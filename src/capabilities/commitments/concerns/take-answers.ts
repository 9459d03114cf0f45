import type { Within } from '../../../platform/database/database.ts';
import { actorOf } from '../../asking/index.ts';
import type { Told } from '../asking/evidence-told.ts';
import type { When } from '../when.ts';
import { answerConcern, tellConcernBack } from './answer-concern.ts';

const sayerOf = ({ by }: Told) => ({ name: actorOf(by).name, person: by.person });

/** The answer of whoever was asked; that nothing can be done is one too. Told back, it stands. */
export async function takeConcernAnswer(within: Within, told: Told, when: When): Promise<void> {
  for (const { id } of told.records)
    await answerConcern(within, id, { answer: told.note, by: sayerOf(told) }, when);
}

/** That an answer was told back, and how; or that nobody could be told. */
export async function takeTellingBack(within: Within, told: Told, when: When): Promise<void> {
  const how = told.choice === 'nobody' ? `Nobody could be told: ${told.note}` : told.note;
  for (const { id } of told.records) await tellConcernBack(within, id, { how, by: sayerOf(told) }, when);
}
