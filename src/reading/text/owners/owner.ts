/** What a part of an owner cell names. `unclear`: none of the rules knows it; `nobody`: it says that there is no owner yet. */
export type OwnerKind =
  | 'person'
  | 'post'
  | 'team'
  | 'initials'
  | 'everyone'
  | 'instruction'
  | 'nobody'
  | 'unclear';

/** One of those whom an owner cell names, in the cell's order. The `text`s of a cell hold every word of it. */
export type Owner = {
  kind: OwnerKind;
  /** Without what joins it to the one before, and without its part in the matter; of an instruction all its words. */
  name: string;
  /** Where the cell says so: who leads, who only helps, who is only told. */
  part?: 'leads' | 'supports' | 'copied';
  /** The post that stands with a person's name. */
  post?: string;
  /** What initials stand for, by the document's own key. */
  standsFor?: string;
  /** Whom an instruction names to be asked. */
  ask?: string;
  /** What stands in brackets and is none of the above. */
  note?: string;
  /** The words of the cell, as printed. */
  text: string;
  /** The rule, for a person: "“manager” names a post". */
  why: string;
};
