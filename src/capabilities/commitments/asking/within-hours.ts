import { z } from 'zod';

/** Asked for by whatever makes promises due within hours: it cannot wait for the message of the next morning. */
export const ASK_WITHIN_HOURS = {
  name: 'ask-within-hours',
  payload: z.object({ happening: z.uuid() }),
};
