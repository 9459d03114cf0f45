/** What plans ask, in Welsh, by what is asked in English; {number} stands for a number, in Welsh behind what it counts. */
export const PLANS_IN_WELSH: Record<string, string> = {
  'How is this going?': 'Sut mae hyn yn mynd?',
  'It is done': 'Mae wedi’i wneud',
  'It is under way': 'Mae ar y gweill',
  'It has not begun': 'Nid yw wedi dechrau',
  'It is stuck, or cannot be done': 'Mae’n sownd, neu ni ellir ei wneud',
  'Is this line yours?': 'Ai chi sy’n gyfrifol am y llinell hon?',
  'Are these {number} lines yours?': 'Ai chi sy’n gyfrifol am y llinellau hyn? ({number})',
  'Yes, all of it is mine': 'Ie, fi sy’n gyfrifol am y cyfan',
  'Only some of it': 'Dim ond am ran ohono',
  'None of it is mine': 'Nid fi sy’n gyfrifol am ddim ohono',
  'Yes, it is mine': 'Ie, fi sy’n gyfrifol amdani',
  'No, it is not mine': 'Nage, nid fi sy’n gyfrifol amdani',
};
