import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawBars } from './bar-chart.ts';

const heights = (drawn: string, kind: 'of' | 'value'): number[] =>
  [...drawn.matchAll(new RegExp(`cg-bars__${kind}"[^>]* height="([\\d.]+)"`, 'g'))].map(([, height]) =>
    Number(height),
  );

test('bars begin at zero: half the value is half the height', () => {
  const [low, high] = heights(
    drawBars({
      title: 'Kept',
      bars: [
        { label: 'a', value: 10 },
        { label: 'b', value: 20 },
      ],
    }),
    'value',
  );
  assert.equal(low! * 2, high);
});

test('as shares, every whole is equally high', () => {
  const bars = [
    { label: 'a', value: 6, of: 12 },
    { label: 'b', value: 12, of: 24 },
  ];
  const drawn = drawBars({ title: 'Kept', bars, share: true });
  assert.equal(new Set(heights(drawn, 'of')).size, 1);
  assert.equal(new Set(heights(drawn, 'value')).size, 1);
});

test('a week with nothing to keep draws nothing, and does not break the rest', () => {
  const drawn = drawBars({ title: 'Kept', bars: [{ label: 'a', value: 0, of: 0 }], share: true });
  assert.deepEqual(heights(drawn, 'value'), [0]);
  assert.doesNotMatch(drawn, /NaN/);
});

test('the first bar and the last are labelled, the last as one wishes', () => {
  const drawn = drawBars({
    title: 'Kept',
    bars: [
      { label: '13 Jan', value: 1 },
      { label: '7 Apr', value: 2 },
    ],
    lastLabel: 'this week',
  });
  assert.match(drawn, />13 Jan</);
  assert.match(drawn, />this week</);
});

test('the picture has a name, and no bars are no fault', () => {
  assert.match(
    drawBars({ title: 'Kept "on time"', bars: [] }),
    /role="img" aria-label="Kept &quot;on time&quot;"/,
  );
});
