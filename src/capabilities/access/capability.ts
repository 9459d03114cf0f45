import type { Database } from '../../platform/database/database.ts';
import type { Capability, Sample } from '../../platform/http/capability.ts';
import type { Settings } from '../../platform/settings/settings.ts';

export type AccessParts = {
  settings: Settings;
  database: Database;
  signingSecret: string;
  /** What the capabilities put into a sample organisation; asked for when one is made. */
  samples: () => Sample[];
};

export function accessCapability(_parts: AccessParts): Capability {
  return { name: 'access', routes: () => undefined };
}
