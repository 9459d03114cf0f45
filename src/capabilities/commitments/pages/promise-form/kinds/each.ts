import { type Length, UNITS } from '../../../../../timing/series/series.ts';
import type { Reader } from '../answers.ts';
import { type KindForm, readBounds } from './kind.ts';

export const eachForm: KindForm<'each'> = {
  text: 'So often in each week, month, quarter or year, on any day of it',
  hint: 'Quarterly; twice a year; every six weeks; once in each month',
  read: asked => {
    const times = asked.whole('times', { least: 1, most: 100, words: 'Enter how often, from 1 to 100' });
    const period = readLength(asked);
    const bounds = readBounds(asked);
    return times && period && bounds ? { kind: 'each', times, period, ...bounds } : undefined;
  },
  answers: ({ times, period }) => ({ times: String(times), ...lengthAnswers(period) }),
};

/** All the time; that it still holds is looked at once in a while. */
export const continuousForm: KindForm<'continuous'> = {
  text: 'All the time',
  hint: 'Ongoing; displayed permanently. Somebody looks once in a while whether it still holds',
  read: asked => {
    const look = readLength(asked);
    const bounds = readBounds(asked);
    return look && bounds ? { kind: 'continuous', look, ...bounds } : undefined;
  },
  answers: ({ look }) => lengthAnswers(look),
};

function readLength(asked: Reader): Length | undefined {
  const count = asked.whole('count', { least: 1, most: 60, words: 'Enter a number from 1 to 60', usual: 1 });
  const unit = asked.one('unit', UNITS, 'Choose a week, a month or another period');
  return count && unit ? { count, unit } : undefined;
}

const lengthAnswers = ({ count, unit }: Length) => ({ count: String(count), unit });
