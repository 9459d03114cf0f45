import type { Certainty, Cost } from './cost.ts';

/** Words that say how sure an amount is. The first that stands in the cell holds. */
export const SURENESS: [Certainty, RegExp, string][] = [
  [
    'to-be-confirmed',
    /£\s?(?:x+|k|\?+|tb[cad])(?![a-z\d])(?: (?:million|thousand))?|\bt\.?b\.?[cad]\b\.?|\bto be (?:confirmed|agreed|determined|decided|costed|scoped|identified|established|advised)\b|\bnot (?:yet )?(?:known|costed|confirmed|agreed|determined)\b|\bunknown\b|\bquotes? (?:are |is )?(?:being (?:sought|obtained)|awaited|requested|to follow)\b|\bawait(?:ing|s)? (?:a |the )?(?:quotes?|quotations?|costs?|prices?|confirmation)\b|^\s*\?+\s*$/,
    'says that it is to be confirmed',
  ],
  [
    'up-to',
    /\bup to\b|\bmax(?:imum)?(?: of)?\b\.?|\b(?:no|not) more than\b|\bnot (?:to )?exceed(?:ing)?\b|\bcapped at\b|\b(?:less than|under)(?= £)|<(?= ?£)/,
    'says that it may be less',
  ],
  [
    'at-least',
    /\bat least\b|\bmin(?:imum)?(?: of)?\b\.?|\bstarting (?:at|from)\b|\b(?:over|more than|in excess of)(?= ?£)|>(?= ?£)|(?<=£ ?[\d,.]+[km]?)\s?\+(?=\s*$)|\bfrom(?= £[\d,.]+k?\s*$)|\bupwards\b/,
    'says that it may be more',
  ],
  [
    'estimated',
    /\bc\.|\bca\.?(?= ?£)|\bcirca\b|\bapprox(?:imately)?\b\.?|\baround\b|\babout(?= £)|~|\best(?:imate[ds]?|\.)?(?![a-z])|\broughly\b|\bin the region of\b|\bindicative(?:ly)?\b|\bc(?= ?£)|\bballpark\b|\bexpected\b/,
    'says that it is estimated',
  ],
];

/** Words that stand instead of an amount, most telling first. */
export const INSTEAD: [Certainty, RegExp, string][] = [
  ['not-applicable', /^\s*(?:n\s?\/\s?a|na|not applicable)\b\.?/, 'says that it does not apply'],
  [
    'not-funded',
    /\bnot (?:within|from|covered by|met (?:from|by)) (?:the )?(?:existing |current |our )*(?:budgets?|resources?|funding)\b|\bno (?:funding|budget|resources?)(?: (?:is |are )?(?:available|identified|allocated|at present|yet|secured|in place))|\bno (?:identified|agreed|allocated|dedicated) (?:funding|budget)\b|^\s*no (?:budget|funding)\s*\.?$|\black of (?:funding|budget|resources?)\b|\bunfunded\b|\bnot funded\b|\bsubject to (?:\w+ ){0,2}(?:funding|budgets?|resources?|constraints|business cases?|approval|bids?)\b|\bdepend[ae]nt (?:up)?on (?:\w+ )?(?:funding|budgets?|resources?|bids?)\b|\bresource issues?\b|(?<!\bno )\b(?:funding|budget|resources?) (?:to be (?:found|secured|identified|sought|agreed)|required|needed|bid)\b|\bbid (?:submitted|required|to be (?:made|submitted))\b|\bgrowth bid\b/,
    'says that the money is not there yet',
  ],
  [
    'none',
    /\bnil\b(?: cost)?|\bnone(?: required| needed)?\b|\bzero(?: cost)?\b|\bfree(?: of charge)?\b(?! text)|^\s*f\.?o\.?c\b\.?|\b(?:no|without|at no|not? incur(?:ring)?)(?: additional| extra| further| direct| new| financial| significant)* (?:costs?|charges?|spend|expenditure|implications?)\b(?: associated| involved)?|\bno (?:additional|extra|further|new) (?:budget|funding|resources?)\b|\bno (?:budget|funding|resources?) (?:required|needed|necessary)\b|\bcost[- ]neutral\b|^\s*not (?:required|needed)\b/,
    'says that it costs nothing',
  ],
  [
    'existing-budget',
    /(?<!\bnot )(?:\b(?:(?:resourced|funded|covered|paid) )?(?:from |in |within |using |by |met (?:from|within) |contained (?:in|within) )?(?:the |our |an |already )*(?:existing|current|approved|core|agreed|allocated|base|departmental|service|corporate|team|own)(?: \w+){0,2}? (?:budgets?|resources?|structures?|funding|staffing|provision|budgetary headings|allocations?|contracts?)\b|\bwithin (?:the )?budgets?\b|\bexisting\b(?=\s*\.?$)|\bbau\b|\bbusiness as usual\b|\bbudgeted\b|\b(?:included in|part of|within|covered by) (?:the |our )?(?:\w+ )?contract\b|^\s*(?:from |within |using )?(?:the |our )?(?!(?:no|low|small|new|limited|minimal|additional|extra|separate|large|no) )(?:\w+ ){1,2}(?:and \w+ )?budgets?\s*$|\balready funded\b)/,
    'says that money already set aside pays',
  ],
  [
    'staff-time',
    /\b(?:existing |internal |just |only )*(?:staff(?:ing)?|officers?['’]?s?|employees?|member|councillor|team|internal|in-house|admin(?:istration)?|volunteer)(?:['’]s?)? (?:time|hours|resources?|capacity|input|support|costs?)(?: only)?\b|\bin[- ]house\b|\btime only\b|\bresource heavy\b/,
    'says that it takes people’s time',
  ],
  [
    'external',
    /\b(?:externally |grant[- ]|match[- ]|lottery[- ]|partner[- ]|sponsor[- ]?)fund(?:ed|ing)\b|\bexternal(?:ly)? (?:fund(?:ing|ed|s)?|grants?)\b|\bfunded (?:by|through) (?!the (?:council|service|department)\b|us\b|existing|current)|\b(?:from|through|via) (?:the |a )?(?:\w+ )?grants?\b|\bgrants?\b(?=\s*$)|\bsponsor(?:ship|ed)\b/,
    'says that others pay',
  ],
  ['in-kind', /\bin[- ]kind\b|\bdonated\b|\bpro bono\b|\bgifted\b/, 'says that it is given in kind'],
];

export const VAT: [NonNullable<Cost['vat']>, RegExp][] = [
  ['added', /(?:\+|\bplus|\bexcl?(?:\.|uding)?|\bex\.?|\bbefore|\bnet of)\s*vat\b/],
  ['included', /\b(?:inc(?:l(?:\.|uding)?|\.)?|with|gross of)\s*vat\b/],
];
export const FLOWS: [NonNullable<Cost['flow']>, RegExp][] = [
  ['saving', /\b(?:potential |expected |annual )*savings?\b/],
  ['income', /\b(?:income|sponsorship|grant received|revenue|receipts?)\b/],
];
