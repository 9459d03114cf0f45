import assert from 'node:assert/strict';
import test from 'node:test';
import { costWords } from './cost-words.ts';
import { readCosts } from './read-costs.ts';

/** Each cost in words, as a page says it. */
const CELLS: [string, ...string[]][] = [
  ['£5k', '£5,000, as stated'],
  ['£1,200 p.a.', '£1,200 a year, as stated'],
  ['£5k pa', '£5,000 a year, as stated'],
  ['£1,500\nper annum', '£1,500 a year, as stated'],
  ['£300 per quarter', '£300 a quarter, as stated'],
  ['£20 per hour', '£20 an hour, as stated'],
  ['£1,000–£1,300 per issue', '£1,000 to £1,300 for each issue, as stated'],
  ['10p per sheet', '£0.10 for each sheet, as stated'],
  ['£2.5m over 3 years', '£2,500,000 over 3 years, as stated'],
  ['£600 over two quarters', '£600 over 6 months, as stated'],
  ['£500 one-off', '£500 once, as stated'],
  ['£5-10k', '£5,000 to £10,000, as stated'],
  ['£500-1k', '£500 to £1,000, as stated'],
  ['between £500 and £750', '£500 to £750, as stated'],
  ['c. £500 - £750', 'about £500 to £750'],
  ['£500 (est)', 'about £500'],
  ['Approximately £3,000, existing budget', 'about £3,000, from the existing budget'],
  ['Up to £1000 (comms budget)', 'up to £1,000, beside the words “comms budget”'],
  ['max £200', 'up to £200'],
  ['At least £200', '£200 or more'],
  ['£500 TBC', '£500, to be confirmed'],
  ['£500 + VAT', '£500, as stated, with VAT on top'],
  ['£600 inc. VAT', '£600, as stated, VAT included'],
  ['£250 sponsorship per issue', '£250 for each issue, as stated, coming in'],
  ['£12,000 potential saving', '£12,000, as stated, saved'],
  ['£438.90', '£438.90, as stated'],
  ['€1,000', '€1,000, as stated'],
  ['£5 000', '£5,000, as stated'],
  ['500 pounds', '£500, as stated'],
  ['>£10k', '£10,000 or more'],
  ['£10k+', '£10,000 or more'],
  ['over £5,000', '£5,000 or more'],
  ['£1m over 3 years', '£1,000,000 over 3 years, as stated'],
  ['£75 each', '£75 for each one, as stated'],
  ['FOC', 'no cost'],
  ['Quote awaited', 'to be confirmed'],
  ['Bid to be submitted', 'not funded yet'],
  ['Comms budget', 'from the existing budget'],
  ['Included in contract', 'from the existing budget'],
  ['No new budget', 'no cost'],
  ['Small budget', 'no amount that a rule knows'],
  ['Grant funded', 'others pay'],
  ['£5k grant', '£5,000, as stated, others pay'],
  ['Funded by the trust', 'others pay, beside the words “the trust”'],
  ['1,200', '1,200 (no currency is printed), as stated'],
  [
    '£500 print, £200 design',
    '£500, as stated, beside the words “print”',
    '£200, as stated, beside the words “design”',
  ],
  [
    'Print £500 and design up to £200',
    '£500, as stated, beside the words “Print”',
    'up to £200, beside the words “design”',
  ],
  ['£315 ; £438.90', '£315, as stated', '£438.90, as stated'],
  ['£500, 2 days of officer time', '£500, as stated', '2 days of staff time, as stated'],
  ['£0', 'nothing'],
  ['TBC', 'to be confirmed'],
  ['£TBC', 'to be confirmed'],
  ['£xx million', 'to be confirmed'],
  ['Awaiting quote', 'to be confirmed'],
  ['N/A', 'does not apply'],
  ['Not applicable', 'does not apply'],
  ['Nil', 'no cost'],
  ['Free', 'no cost'],
  ['No additional cost', 'no cost'],
  ['No budget required', 'no cost'],
  ['Cost neutral', 'no cost'],
  ['No costs involved; any from within existing budget', 'no cost', 'from the existing budget'],
  ['Existing budget', 'from the existing budget'],
  ['Within existing resources', 'from the existing budget'],
  ['Resourced within existing structure', 'from the existing budget'],
  ['Not within existing budget', 'not funded yet'],
  ['Subject to funding', 'not funded yet'],
  ['No budget identified', 'not funded yet'],
  ['Staff time', 'staff time'],
  ['Officer time only', 'staff time'],
  ['In-house', 'staff time'],
  ['In kind', 'given in kind'],
  ['1 day per month', '1 day of staff time a month, as stated'],
  ['4-6 person hours', '4 to 6 hours of staff time, as stated'],
  ['Half a day a week', '0.5 day of staff time a week, as stated'],
  ['0.5 FTE', '0.5 full-time posts, as stated'],
  // no amount, and none is made up
  ['2025', 'no amount that a rule knows'],
  ['2024/25', 'no amount that a rule knows'],
  ['Low', 'no amount that a rule knows'],
  ['20% of the total', 'no amount that a rule knows'],
  ['£1.2345', 'no amount that a rule knows'],
  ['as above', 'no amount that a rule knows'],
];
for (const [cell, ...words] of CELLS) {
  test(`“${cell}” costs ${words.join('; ')}`, () => {
    assert.deepEqual(readCosts(cell).map(costWords), words);
  });
}

test('amounts are whole pence, with the words that were taken for them', () => {
  const [cost] = readCosts('c. £1,200.50 p.a. for print');
  assert.deepEqual(cost, {
    certainty: 'estimated',
    amount: { from: 120_050, to: 120_050 },
    currency: 'GBP',
    period: { each: 'year' },
    rest: 'for print',
    text: 'c. £1,200.50 p.a. for print',
    why: '“c.” says that it is estimated, “£1,200.50” is the amount, “p.a.” says for what',
  });
});

/** A small generator of its own, so that a failing cell comes again. */
function* cells(count: number): Generator<string> {
  const parts = [
    ...CELLS.map(([cell]) => cell),
    '£',
    '-£3',
    '(',
    ')',
    '99',
    '1,2,3',
    '£1,23',
    '5.5.5',
    'k',
    'm',
    'Ashmere',
    'per',
    '£12k3',
  ];
  const joints = ['/', ', ', ' and ', ' + ', '\n', '; ', ' ', '', ' - ', '.', ' to '];
  let seed = 11;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  for (let made = 0; made < count; made++)
    yield Array.from(
      { length: 1 + next(4) },
      () => `${parts[next(parts.length)]}${joints[next(joints.length)]}`,
    ).join('');
}

const POWERS = [1, 100, 10_000, 100_000, 100_000_000, 100_000_000_000];

test('whatever stands in a cell: no word is lost, nothing is below nought, and no figure is made up', () => {
  for (const cell of cells(3000)) {
    const costs = readCosts(cell);
    const letters = (text: string) => text.replace(/\s+/g, '');
    assert.equal(
      letters(costs.map(({ text }) => text).join('')),
      /[\p{L}\p{N}?]/u.test(cell) ? letters(cell) : '',
    );
    for (const cost of costs) {
      const printed = new Set(
        (cost.text.match(/\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)(?:\.\d+)?|\d[\d,]*(?:\.\d+)?/g) ?? []).map(one =>
          Number(one.replace(/[,\s]/g, '')),
        ),
      );
      for (const value of [cost.amount?.from, cost.amount?.to].filter(one => one !== undefined)) {
        assert.ok(Number.isSafeInteger(value) && value >= 0, cell);
        assert.ok(
          [...printed].some(one => POWERS.some(power => Math.round(one * power) === value)),
          `${value} in ${cell}`,
        );
      }
      if (cost.amount) assert.ok(cost.amount.from <= cost.amount.to, cell);
      assert.ok(costWords(cost) && cost.why, cell);
    }
  }
});

test('a cell of prose is no cost, quickly', () => {
  const [cost, ...more] = readCosts('£5 and up to 3 days per month for the team, or £7. '.repeat(2000));
  assert.deepEqual([cost?.certainty, more.length], ['unclear', 0]);
});
