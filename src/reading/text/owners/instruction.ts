import { isName, postWord } from './words.ts';

/** Whoever is to be spoken to stands behind these. */
const ASKING =
  /^(?:please )?(?:(?:to )?(?:talk|speak|chat|write)(?:ing)? (?:to|with)|(?:to )?(?:check|liaise|liaising|confirm|discuss|agree|work|working|consult)(?: (?:this|it))? with|(?:to )?(?:ask|chase|consult)|(?:to )?(?:e-?mail|phone|ring|call)(?= )|refer(?:red)? to|find out from|get (?:an )?update from|update (?:needed |required |to come )?from|to be (?:confirmed|agreed|discussed|checked) with|seek (?:advice|a view|views|an update) from)\s+/i;
/** These begin the name of a team or a post as well ("Contact Centre", "See Change Team"). */
const PERHAPS_ASKING = /^(?:please )?(?:contact|see)\s+/i;
const UNASKED =
  /^(?:please )?(?:to be (?:updated|advised|followed up)|update (?:needed|required|awaited|to follow)|find out|check|see (?:above|below|rec|action|line|item|note|page|previous)|chase up|details? to follow|await(?:ing)? )\b/i;
/** Where the name of whoever is asked ends. */
const UNTIL =
  /\s+(?:for|about|on|re|regarding|to|by|before|as|if|when|who|because|concerning|first|directly)\b.*$|\s*[-–:;(].*$|[.,]+$/is;

/** Whom an instruction names ('' where nobody); nothing for what is no instruction. */
export function askedBy(text: string): string | undefined {
  const plainly = ASKING.exec(text)?.[0];
  if (plainly !== undefined) return asked(text.slice(plainly.length));
  const perhaps = PERHAPS_ASKING.exec(text)?.[0];
  if (perhaps !== undefined) {
    const rest = text.slice(perhaps.length);
    const told = asked(rest);
    const goesOn = told.length < rest.trim().length;
    if (
      told &&
      (isName(told) || (goesOn && /\b(?:for|about|regarding)\b/i.test(rest)) || /^the /i.test(told))
    )
      return told;
  }
  return UNASKED.test(text) && !postWord(text) ? '' : undefined;
}

const asked = (rest: string): string => rest.replace(UNTIL, '').trim();
