import assert from 'node:assert/strict';
import { test } from 'node:test';
import { officeInWords, readOffice, type WrittenHours } from './office-week.ts';

const closed: WrittenHours = { opens: '', closes: '' };
const weekOf = (...days: [opens: string, closes: string][]): WrittenHours[] =>
  Array.from({ length: 7 }, (_, at) => (days[at] ? { opens: days[at][0], closes: days[at][1] } : closed));

test('hours are read for each weekday, and told with neighbours together', () => {
  const { office, problems } = readOffice(
    weekOf(['9', '5pm'], ['9am', '17:00'], ['', ''], ['9am', '5pm'], ['8.30am', 'midday'], ['10', '12.30']),
  );
  assert.deepEqual(problems, []);
  assert.equal(
    officeInWords(office),
    'Monday and Tuesday 9am to 5pm, Thursday 9am to 5pm, Friday 8:30am to midday, Saturday 10am to 12:30pm',
  );
});

const WRONG: [opens: string, closes: string, text: string][] = [
  ['9am', '', 'Enter when it closes on Tuesday as a time, like 5pm or 17:30'],
  ['', '5pm', 'Enter when it opens on Tuesday as a time, like 9am or 8:30am'],
  ['early', '5pm', 'Enter when it opens on Tuesday as a time, like 9am or 8:30am'],
  ['9am', '5', 'On Tuesday it must close later than it opens'],
  ['9am', '9am', 'On Tuesday it must close later than it opens'],
];

for (const [opens, closes, text] of WRONG)
  test(`"${opens}" to "${closes}" is refused`, () => {
    const { problems } = readOffice(weekOf(['9am', '5pm'], [opens, closes]));
    assert.deepEqual(
      problems.map(problem => [problem.weekday, problem.text]),
      [[1, text]],
    );
  });

test('an office that never opens is refused', () => {
  const { problems } = readOffice(weekOf());
  assert.deepEqual(problems, [{ field: 'opens', weekday: 0, text: 'Enter the hours of at least one day' }]);
});
