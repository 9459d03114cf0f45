import type { ProblemWords } from './problem-said.ts';

const DWEUD = 'atebwch y neges y cawsoch y ddolen ynddi, a rhowch y cyfeirnod isod';

/** What goes wrong for people with a link, in Welsh; a test holds that it is all that is said in English. */
export const WELSH_PROBLEMS_BY_LINK: Record<number, ProblemWords> = {
  403: {
    title: 'Ni chewch wneud hyn',
    text: 'Agorwch y ddolen yn eich neges eto.',
  },
  404: {
    title: 'Nid oes dim yma',
    text: 'Ni chafodd y cyfeiriad ei gopïo’n gyfan, neu nid ydym yn gofyn hyn i chi mwyach. Agorwch y ddolen yn eich neges eto.',
  },
  413: {
    title: 'Mae hyn yn rhy fawr i’w anfon',
    text: 'Ewch yn ôl ac anfon llai: eich ateb heb y llun neu’r ffeil, neu un llai. Ni chadwyd dim ohono.',
  },
  419: {
    title: 'Mae’r ffurflen hon yn rhy hen',
    text: 'Roedd y dudalen ar agor yn rhy hir. Ewch yn ôl, ail-lwytho’r dudalen a’i hanfon unwaith eto: mae’r hyn a deipiwyd yno o hyd.',
  },
  422: {
    title: 'Ni chadwyd y ffeil',
    text: 'Daeth y sganiwr firysau o hyd i rywbeth niweidiol ynddi, felly ni chadwyd dim. Ewch yn ôl ac anfon eich ateb hebddi.',
  },
  429: {
    title: 'Gormod ar unwaith',
    text: 'Arhoswch am funud, yna agorwch y ddolen yn eich neges eto.',
  },
  502: {
    title: 'Ni ellid gwirio’r ffeil',
    text: `Dim ond ar ôl gwirio am firysau y mae ffeil yn cael ei chadw, felly ni chadwyd dim. Ewch yn ôl ac anfon eich ateb hebddi, neu rhowch gynnig arall arni ymhen ychydig funudau. Os yw’n parhau, ${DWEUD}.`,
  },
  503: {
    title: 'Rhowch gynnig arall arni ymhen eiliad',
    text: 'Rydym yn ailddechrau. Arhoswch ychydig eiliadau ac agor y ddolen yn eich neges. Os oeddech yn anfon ateb, edrychwch a yw yno.',
  },
  500: {
    title: 'Aeth rhywbeth o’i le',
    text: `Ein bai ni yw hyn. Agorwch y ddolen yn eich neges eto ac edrych a yw eich ateb yno; os yw’n digwydd ddwywaith, ${DWEUD}.`,
  },
};

export const WELSH_UNREADABLE: ProblemWords = {
  title: 'Ni ellir darllen y cais hwn',
  text: 'Ewch yn ôl a rhowch gynnig arall arni.',
};
