/** Words of the settings. */
export const workspaceText = {
  name: 'Name',
  slug: 'Short name',
  role: 'Your role here',
  removeDemo: 'Remove the demo',
  removeTitle: 'Remove the demo?',
  removeWords:
    'Its shipments, accounts and keys go. It comes back when Milepost is started with an empty workspace for it.',
  remove: 'Remove everything in it',
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
  newCodes: 'New backup codes',
  secret: 'Enter this in your authenticator app, then give its first code:',
  codes: 'Backup codes for the day when the phone is gone. Each works once; they are shown this once:',
  code: 'First code',
  confirm: 'Confirm',
  on: 'The second factor holds.',
  off: 'The second factor is off.',
} as const;
