import type { Scope } from '../../api/views.ts';

/** Text of the settings pages. */
export const settingsText = {
  title: 'Settings',
  sections: { workspace: 'Workspace', people: 'People', keys: 'API keys', brand: 'Brand', account: 'You' },
  save: 'Save',
  saved: 'Saved.',
  cancel: 'Cancel',
} as const;

export const roleTitles = {
  admin: 'Admin',
  operations: 'Operations',
  customer_service: 'Customer service',
  account_manager: 'Account manager',
  viewer: 'Viewer',
} as const;

export const workspaceText = {
  name: 'Name',
  slug: 'Short name',
  role: 'Your role here',
  removeDemo: 'Remove the demo',
  removeWords: 'Both brands go, with their people, shipments, accounts and keys. Other workspaces stay.',
} as const;

export const peopleText = {
  invite: 'Invite',
  inviteTitle: 'Invite somebody',
  email: 'E-mail address',
  role: 'Role',
  invited: 'Invitation mailed to {email}.',
  handOver: 'No mail is set up. Hand over this link yourself; it is shown this once.',
  open: 'Open invitations',
  until: 'until',
  withdraw: 'Withdraw',
  withdrawn: 'Invitation withdrawn.',
  remove: 'Remove',
  removeTitle: 'Remove {name} from the workspace?',
  removeWords: 'Every session of theirs ends here. Who belongs to no other workspace is removed altogether.',
  roleChanged: '{name} is {role} now.',
  seen: 'last seen',
  secondFactor: 'two-factor',
  you: 'you',
} as const;

export const keysText = {
  none: 'No key yet. A key lets a shop or a script speak to the API.',
  make: 'Make a key',
  name: 'What it is for',
  scopes: 'What it may do',
  shown: 'This is the key. It is shown this once: we keep only a hash.',
  copy: 'Copy key',
  copied: 'Key copied.',
  done: 'Done',
  used: 'last used',
  neverUsed: 'never used',
  revoke: 'Revoke',
  revokeTitle: 'Revoke the key {name}?',
  revokeWords: 'Whatever uses it is refused from now on. This cannot be undone.',
} as const;

/** What each scope allows. */
export const scopeWords: Readonly<Record<Scope, string>> = {
  'shipments:read': 'Read shipments and follow them live',
  'shipments:write': 'Add shipments',
  'events:read': 'Read the whole record of events',
  'raw:read': 'Read messages as carriers sent them',
  'review:read': 'See what could not be read',
  'review:write': 'Read again or dismiss what could not be read',
  'accounts:read': 'See carrier accounts, without their secrets',
  'accounts:write': 'Add and remove carrier accounts',
  'keys:write': 'Make and revoke API keys',
  'workspaces:write': 'Change the brand, and remove the workspace',
  'people:read': 'See people and invitations',
  'people:write': 'Invite people, change their roles and remove them',
  'webhooks:write': 'Choose where changes are sent',
};

export const brandText = {
  lead: 'How recipients see you on their page.',
  name: 'Name',
  colour: 'Colour',
  colourHelp: 'Buttons and progress take it; where it could not be read, a readable shade of it.',
  note: 'A sentence of your own',
  email: 'E-mail for help',
  phone: 'Telephone for help',
  url: 'Page with help',
  language: 'Language for those who name none',
  logo: 'Logo',
  logoHelp: 'PNG, JPEG or WebP, up to 256 KiB.',
  removeLogo: 'Remove logo',
} as const;

export const accountText = {
  password: 'Change password',
  current: 'Present password',
  next: 'New password',
  nextHelp: 'Ten characters or more. Every other session of yours ends.',
  change: 'Change password',
  changed: 'Password changed.',
  secondFactor: 'Second factor',
  isOn: 'Signing in takes a code of your authenticator app as well.',
  isOff: 'Signing in takes the password only.',
  turnOn: 'Set up',
  turnOff: 'Turn off',
  secret: 'Scan this with your authenticator app, then give its first code.',
  scan: 'QR code for your authenticator app',
  typed: 'Or type this secret into it:',
  openApp: 'Open it in the app on this device',
  codes: 'Backup codes for the day when the phone is gone. Each works once; they are shown this once:',
  code: 'First code',
  confirm: 'Confirm',
  on: 'The second factor holds.',
  off: 'The second factor is off.',
} as const;
