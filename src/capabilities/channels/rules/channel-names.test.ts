import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameKey } from '../../../language/same-name.ts';
import { type ChannelKind, channelKindOf } from './channel-kind.ts';
import { channelsIn } from './channel-names.ts';

const REGISTER = ['Saltby Signal', 'Website', 'Ward walks and talks'];
const known = (key: string) => REGISTER.some(name => nameKey(name) === key);

/** What a how cell says, and which channels it names. */
const CELLS: [string, string[]][] = [
  ['E-mail, website and posters', ['E-mail', 'website', 'Posters']],
  ['Posters and leaflets', ['Posters', 'Leaflets']],
  ['Panel meeting', ['Panel meeting']],
  ['Weekly newsletter and social media', ['Weekly newsletter', 'Social media']],
  ['Monthly briefing note via ward clerks', ['Monthly briefing note']],
  ['Press release/local media; radio', ['Press release', 'Local media', 'Radio']],
  ['Posters at libraries and surgeries', ['Posters']],
  ['Meetings with traders and residents', ['Meetings']],
  ['Send letters to parents', ['Letters']],
  ['Hold drop-in sessions', ['Drop-in sessions']],
  ['Local and national press', ['Local and national press']],
  ['Facebook, Instagram & Nextdoor', ['Facebook', 'Instagram', 'Nextdoor']],
  ['Face to face meetings', ['Face to face meetings']],
  ['Face-to-face, telephone', ['Face-to-face', 'Telephone']],
  ['Newsletter (weekly)', ['Newsletter']],
  ['- Intranet\n- Team briefing\n- Staff magazine', ['Intranet', 'Team briefing', 'Staff magazine']],
  ['Bus shelter adverts', ['Bus shelter adverts']],
  ['By e-mail', ['E-mail']],
  ['Via the website', ['website']],
  ['Saltby Signal and noticeboards', ['Saltby Signal', 'Noticeboards']],
  ['Ward walks and talks', ['Ward walks and talks']],
  ['Work with schools', []],
  ['Ensure that everybody is told', []],
  ['Deliver the leaflet to every door', []],
  ['The plan will be put on the website when it is agreed', ['website']],
  ['A piece in the Saltby Signal should explain what is meant by it.', ['Saltby Signal']],
  ['', []],
  ['TBC', []],
  ['As appropriate', []],
];

for (const [cell, names] of CELLS)
  test(`“${cell.replaceAll('\n', ' | ')}” names ${names.join(' · ') || 'no channel'}`, () => {
    assert.deepEqual(
      channelsIn(cell, known).names.map(one => nameKey(one.name)),
      names.map(nameKey),
    );
  });

const KINDS: [string, string, ChannelKind][] = [
  ['Drop-in sessions', '', 'face-to-face'],
  ['Ward panel', '', 'face-to-face'],
  ['Staff roadshow', '', 'face-to-face'],
  ['E-newsletter', '', 'electronic'],
  ['Social media', '', 'electronic'],
  ['Text messages', '', 'electronic'],
  ['Newsletter', '', 'print'],
  ['Letters', '', 'print'],
  ['Press release', '', 'media'],
  ['Local newspaper', '', 'media'],
  ['Community radio', '', 'broadcast'],
  ['Television interview', '', 'broadcast'],
  ['Bus shelter poster', '', 'outdoor'],
  ['Lamp-post banners', '', 'outdoor'],
  ['The Signal', '', 'other'],
  ['The Signal', 'Printed material', 'print'],
  ['Advertising', '', 'other'],
  ['Advertising', 'Broadcast media', 'broadcast'],
];

for (const [name, group, kind] of KINDS)
  test(`${name}${group && ` under ${group}`} is ${kind}`, () =>
    assert.equal(channelKindOf(name, group), kind));
