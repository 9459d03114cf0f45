/** An area, as far as a calendar or an election is in it. */
export type Place = { id: string; name: string; kind: string };

/** "Northfield (ward)", told apart from another of the name. */
export const placeWords = ({ name, kind }: Omit<Place, 'id'>): string => `${name} (${kind})`;
