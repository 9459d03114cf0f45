/** How far a file has been opened, where that can be told before the end. */
export type Progress = { done: number; of: number; parts: 'pages' | 'sheets' };

/** Told after each page or sheet. */
export type Told = (progress: Progress) => void;
