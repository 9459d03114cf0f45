import { changingProvider } from '../../../../tests/sign-on/changing-provider.ts';
import { comingIn } from '../../../../tests/sign-on/coming-in.ts';
import { forgeries } from '../../../../tests/sign-on/forgeries.ts';
import { mixUp } from '../../../../tests/sign-on/mix-up.ts';
import { oneOrganisation } from '../../../../tests/sign-on/one-organisation.ts';
import { refusals } from '../../../../tests/sign-on/refusals.ts';
import { roles } from '../../../../tests/sign-on/roles.ts';
import { signOnStage } from '../../../../tests/sign-on/stage.ts';
import { toldAfterwards } from '../../../../tests/sign-on/told-afterwards.ts';

// An idea each, over one site and one provider.
const stage = await signOnStage();
for (const tried of [comingIn, roles, refusals, toldAfterwards, oneOrganisation]) tried(stage);
for (const tried of [forgeries, mixUp, changingProvider]) await tried(stage);
