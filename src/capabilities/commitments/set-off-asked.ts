import { z } from 'zod';

/** By which name and with what a job is asked for what somebody's recording reaches beyond what they see. */
export const FOLLOW_HAPPENING = { name: 'follow-happening', payload: z.object({ happening: z.uuid() }) };
