/** What people read where something went wrong: what it is, and what they can do. */
export type ProblemWords = { title: string; text: string };
