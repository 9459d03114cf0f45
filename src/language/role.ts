/** What somebody may do in an organisation, a department or a plan; each may what those before it may (rights.ts). */
export const ROLES = ['viewer', 'owner', 'editor', 'lead', 'administrator'] as const;

export type Role = (typeof ROLES)[number];

/** Whether somebody in the role `has` may do what asks for the role `needs`. */
export const mayAs = (has: Role, needs: Role): boolean => ROLES.indexOf(has) >= ROLES.indexOf(needs);

export const ROLE_NAME: Record<Role, string> = {
  viewer: 'Viewer',
  owner: 'Owner',
  editor: 'Editor',
  lead: 'Communications lead',
  administrator: 'Administrator',
};

/** In a sentence: "is now an editor". */
export const ROLE_PHRASE: Record<Role, string> = {
  viewer: 'a viewer',
  owner: 'an owner',
  editor: 'an editor',
  lead: 'a communications lead',
  administrator: 'an administrator',
};
