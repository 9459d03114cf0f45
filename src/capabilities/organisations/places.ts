import { clearGivenHourly, removeContactDaily } from './place-jobs.ts';
import { samplePlaces } from './sample-places.ts';
import { areasIn } from './tables-in/areas.ts';
import { bodiesIn } from './tables-in/bodies.ts';

const under = '/organisation';

/** Areas, outside bodies and who holds which role there: what they add to the capability. */
export const places = {
  jobs: [...areasIn.jobs, ...bodiesIn.jobs],
  sample: samplePlaces,
  timed: [removeContactDaily, clearGivenHourly],
  navigation: [
    { text: 'Outside bodies', href: '/directory/bodies', place: 105, under },
    { text: 'Areas', href: '/directory/areas', place: 106, under },
  ],
};
