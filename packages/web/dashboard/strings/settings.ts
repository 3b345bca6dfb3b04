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
  removeText:
    'Removes both demo brands with their people, shipments, accounts and keys. Other workspaces are kept.',
} as const;

export const peopleText = {
  invite: 'Invite',
  inviteTitle: 'Invite a person',
  email: 'E-mail address',
  role: 'Role',
  invited: 'Invitation sent to {email}.',
  handOver: 'No mail server is set up. Pass on this link yourself; it is shown only once.',
  open: 'Open invitations',
  expires: 'expires',
  withdraw: 'Withdraw',
  withdrawn: 'Invitation withdrawn.',
  remove: 'Remove',
  removeTitle: 'Remove {name} from the workspace?',
  removeText: 'Signs this person out of the workspace. A person without any other workspace is deleted.',
  roleChanged: '{name} is now {role}.',
  seen: 'last seen',
  secondFactor: 'two-step sign-in',
  you: 'you',
} as const;

export const keysText = {
  none: 'No keys yet. A key lets a shop or a script use the API.',
  create: 'Create a key',
  name: 'What it is for',
  scopes: 'What it may do',
  shown: 'This is the key. Copy it now: we cannot show it again.',
  copy: 'Copy key',
  copied: 'Key copied.',
  done: 'Done',
  used: 'last used',
  neverUsed: 'never used',
  revoke: 'Revoke',
  revokeTitle: 'Revoke the key {name}?',
  revokeText: 'Every request with this key will be refused. This cannot be undone.',
} as const;

/** What each scope allows. */
export const scopeText: Readonly<Record<Scope, string>> = {
  'shipments:read': 'Read shipments and follow them live',
  'shipments:write': 'Add shipments',
  'events:read': 'Read the full event history',
  'raw:read': 'Read messages as carriers sent them',
  'review:read': 'See messages that could not be read',
  'review:write': 'Process such messages again, or dismiss them',
  'accounts:read': 'See carrier accounts, without their secrets',
  'accounts:write': 'Add and remove carrier accounts',
  'keys:write': 'Create and revoke API keys',
  'workspaces:write': 'Change the brand and remove the workspace',
  'people:read': 'See people and invitations',
  'people:write': 'Invite people, change their roles and remove them',
  'webhooks:write': 'Choose where changes are sent',
};

export const brandText = {
  lead: 'How recipients see you on the tracking page.',
  name: 'Name',
  colour: 'Colour',
  colourHelp: 'Used for buttons and progress. We adjust it where text would be hard to read.',
  note: 'Message on the tracking page',
  email: 'Support e-mail',
  phone: 'Support phone',
  url: 'Help page',
  language: 'Default language',
  logo: 'Logo',
  logoHelp: 'PNG, JPEG or WebP, up to 256 KiB.',
  removeLogo: 'Remove logo',
} as const;

export const accountText = {
  password: 'Change password',
  current: 'Current password',
  next: 'New password',
  nextHelp: 'At least 10 characters. Signs you out everywhere else.',
  change: 'Change password',
  changed: 'Password changed.',
  secondFactor: 'Two-step sign-in',
  isOn: 'Signing in also requires a code from your authenticator app.',
  isOff: 'Signing in requires only your password.',
  turnOn: 'Set up',
  turnOff: 'Turn off',
  secret: 'Scan this with your authenticator app, then enter its first code.',
  scan: 'QR code for your authenticator app',
  typed: 'Or type in this secret:',
  openApp: 'Open in the app on this device',
  codes: 'Backup codes in case you lose your phone. Each works once, and they are shown only now:',
  code: 'First code',
  confirm: 'Confirm',
  on: 'Two-step sign-in is on.',
  off: 'Two-step sign-in is off.',
} as const;
