import type { PageLanguage } from './frame-words.ts';

/** What stands around every page, whatever the page says. */
export type Frame = {
  /** In which language the page is, where that is not English. */
  lang?: PageLanguage;
  /** The page's own title, without the product's name; "Error: " is added when the facts hold errors. */
  title: string;
  organisation?: {
    name: string;
    /** "#0b4f54"; see contrast.ts for which are allowed. */
    colour?: string;
    /** Where another one is chosen, for who works for several. */
    chooseHref?: string;
  };
  /** Who is signed in; absent on pages for people without an account. */
  person?: { name: string; role?: string };
  navigation?: NavigationItem[];
  /** The lists that stand together under one item of the navigation, on these lists themselves. */
  lists?: NavigationItem[];
  /** The address of the navigation's item that the page belongs under, where its own address does not say so. */
  place?: string;
  /** The way back up, outermost first; the page itself is the last, without an address. */
  trail?: { text: string; href?: string }[];
  /** Goes into every form, as the field `_csrf`. */
  csrfToken?: string;
  /** For the inline script, when the policy works by nonce and not by `inlineScriptHashes`. */
  nonce?: string;
  notice?: Notice;
  /** What must be known on every page until it is put right, to those who can. */
  standing?: { text: string; link: { text: string; href: string } };
  /** Protective marking; shown on the page and printed on each sheet of paper. */
  marking?: string;
  /** From when the figures are, in words: "10:40 today". */
  dataAge?: string;
  signOutHref?: string;
  accountHref?: string;
  accessibilityHref?: string;
  helpHref?: string;
};

export type NavigationItem = { text: string; href: string; current?: boolean };

/** One sentence after an act, shown once; with a way to undo it or to look at it. */
export type Notice = {
  text: string;
  kind: 'success' | 'info';
  link?: { text: string; href: string };
  /** An act, so a form: undoing must not happen by a link that a scanner may open. */
  undo?: { text: string; action: string };
};

/** One problem with one answer, as `errors` in the facts; `href` is the field's address on the page. */
export type PageError = {
  text: string;
  href: string;
  /** What is heard before it on a page that is not in English; else "Error". */
  heard?: string;
};
