import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { GIF, JPEG, PNG, PROGRESSIVE_JPEG, WEBP } from '../../../tests/support/pictures.ts';
import { BrokenPicture } from './broken-picture.ts';
import { kindOfFile } from './kind-of-file.ts';
import { withoutPlace } from './without-place.ts';

const TOLD = /GPS|Secretphone|Hiddentown|Hidden words|xmp|Exif\0\0II/i;
const PICTURES = { JPEG, PROGRESSIVE_JPEG, WEBP, PNG, GIF };
const clean = async (picture: Uint8Array) => withoutPlace(picture, (await kindOfFile(picture, 'x'))!);
const letters = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

for (const [name, picture] of Object.entries(PICTURES)) {
  test(`a ${name} tells no more where it was taken, or by what`, async () => {
    assert.match(letters(picture), TOLD);
    const kept = await clean(picture);
    assert.doesNotMatch(letters(kept), TOLD);
    assert.ok(kept.length < picture.length);
  });

  test(`a ${name} without notes comes back as it is`, async () => {
    const kept = await clean(picture);
    assert.deepEqual(Buffer.from(await clean(kept)), Buffer.from(kept));
  });

  test(`a ${name} that breaks off is refused, or tells nothing`, async () => {
    for (let length = 12; length < picture.length; length += 7) {
      try {
        assert.doesNotMatch(
          letters(withoutPlace(picture.subarray(0, length), (await kindOfFile(picture, 'x'))!)),
          TOLD,
        );
      } catch (fault) {
        assert.ok(fault instanceof BrokenPicture, String(fault));
      }
    }
  });
}

test('which way up a JPEG is shown stays', async () => {
  const kept = letters(await clean(JPEG));
  assert.match(kept, /^\xff\xd8\xff\xe1\0\x22Exif\0\0MM\0\x2a/);
  assert.ok(kept.includes('\x01\x12\0\x03\0\0\0\x01\0\x06'));
});

test('what hangs behind the end of a JPEG goes', async () => {
  const kept = await clean(Buffer.concat([JPEG, Buffer.from('GPS behind the end')]));
  assert.deepEqual(Buffer.from(kept), Buffer.from(await clean(JPEG)));
});

test('whatever bytes are changed, it ends, and in a picture or a refusal', async () => {
  const kinds = await Promise.all(
    Object.values(PICTURES).map(async one => ({ one, kind: (await kindOfFile(one, 'x'))! })),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.nat(),
      fc.integer({ min: 0, max: 255 }),
      ({ one, kind }, where, byte) => {
        const changed = Buffer.from(one);
        changed[where % changed.length] = byte;
        try {
          withoutPlace(changed, kind);
        } catch (fault) {
          assert.ok(fault instanceof BrokenPicture, String(fault));
        }
      },
    ),
    { numRuns: 2000 },
  );
});
