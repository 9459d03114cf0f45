const NO_NAMES = 'Dim enwau aelodau’r cyhoedd.';

/**
 * What promises ask, in Welsh, by what is asked in English; {number} stands for a number. In Welsh it stands behind what
 * it counts, whose first letter it would change.
 */
export const PROMISES_IN_WELSH: Record<string, string> = {
  'Has this been done?': 'A yw hyn wedi’i wneud?',
  'Has this been held?': 'A yw hyn wedi’i gynnal?',
  'Have these {number} been done?': 'A yw’r rhain i gyd wedi’u gwneud? ({number})',
  'Have these {number} been held?': 'A yw’r rhain i gyd wedi’u cynnal? ({number})',
  'This is to be done within hours. Has it been done?':
    'Mae angen gwneud hyn o fewn oriau. A yw wedi’i wneud?',
  'This is to be held within hours. Has it been held?':
    'Mae angen cynnal hyn o fewn oriau. A yw wedi’i gynnal?',
  'These {number} are to be done within hours. Have they been done?':
    'Mae angen gwneud y rhain i gyd o fewn oriau. Ydyn nhw wedi’u gwneud? ({number})',
  'These {number} are to be held within hours. Have they been held?':
    'Mae angen cynnal y rhain i gyd o fewn oriau. Ydyn nhw wedi’u cynnal? ({number})',
  'Yes, in time': 'Ydy, mewn pryd',
  'Yes, but late': 'Ydy, ond yn hwyr',
  'No, and here is why': 'Nac ydy, a dyma pam',
  'Yes, all {number} in time': 'Ydyn, pob un mewn pryd ({number})',
  'Yes, all {number}, but late': 'Ydyn, pob un, ond yn hwyr ({number})',
  'All except those I tick below': 'Pob un heblaw’r rhai rwy’n eu ticio isod',
  'Only those I tick below': 'Dim ond y rhai rwy’n eu ticio isod',
  'None of the {number}, and here is why': 'Dim un o’r {number}, a dyma pam',
  'There was nothing to say this time': 'Nid oedd dim i’w ddweud y tro hwn',
  'How many people came?': 'Faint o bobl ddaeth?',
  'Leave it empty where nobody counted.': 'Gadewch yn wag os na chyfrifodd neb.',
  'What did people say of it?': 'Beth ddywedodd pobl amdano?',
  'No names of the public.': NO_NAMES,
  'What were people worried about?': 'Beth oedd yn poeni pobl?',
  'One thing to a line. Each is answered, and you hear the answer. No names of the public.': `Un peth ym mhob llinell. Caiff pob un ei ateb, a byddwch yn clywed yr ateb. ${NO_NAMES}`,
  'that it was held; nothing else is asked': 'ei fod wedi’i gynnal; ni ofynnir dim arall',
  'People were worried about this. What is the answer?': 'Roedd pobl yn poeni am hyn. Beth yw’r ateb?',
  'Here is the answer': 'Dyma’r ateb',
  'Nothing can be done, and here is why': 'Ni ellir gwneud dim, a dyma pam',
  'This was answered. Have those who were worried been told?':
    'Cafodd hyn ei ateb. A yw’r rhai oedd yn poeni wedi cael gwybod?',
  'Yes, and here is how': 'Ydyn, a dyma sut',
  'At the next panel, by telephone.': 'Yn y panel nesaf, dros y ffôn.',
  'Nobody could be told, and here is why': 'Ni ellid dweud wrth neb, a dyma pam',
};
