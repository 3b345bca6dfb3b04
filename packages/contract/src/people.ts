import { z } from 'zod';
import { id, instant, name, text } from './fields.ts';
import { guardedFieldNames, role } from './roles.ts';
import { scope } from './scopes.ts';

const email = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email({ error: 'Must be an e-mail address.' }))
  .transform((value) => value.toLowerCase())
  .describe('E-mail address, case-insensitive.');

/** In characters. */
export const passwordLengthMin = 10;
export const passwordLengthMax = 200;

/** A new password. */
const newPassword = text(passwordLengthMax)
  .min(passwordLengthMin, { error: `Must have at least ${passwordLengthMin} characters.` })
  .describe(`Password of ${passwordLengthMin} to ${passwordLengthMax} characters.`);

/** An existing password: not validated, so that the rules for new passwords can change. */
const givenPassword = text(passwordLengthMax).describe('Password.');

const token = z.string().min(1).max(200).describe('The part after `#token=` in the link.');
const personName = name(100).describe('Name of the person.');

// ── signing in ─────────────────────────────────────────────────────────────────────────────────────────────

export const signInGiven = z
  .strictObject({
    email,
    password: givenPassword,
    rememberMe: z
      .boolean()
      .default(true)
      .describe('false: the session ends when the browser is closed, or after a day.'),
  })
  .describe('E-mail address and password.');

export const signInResult = z
  .strictObject({
    twoFactorRedirect: z
      .boolean()
      .describe('True if a code is required: send it to /auth/two-factor/verify-totp within ten minutes.'),
  })
  .describe('The session cookie is set unless a second factor is required.');

export const codeGiven = z
  .strictObject({
    code: z.string().trim().min(1).max(40).describe('The code.'),
    trustDevice: z
      .boolean()
      .default(false)
      .describe('true: no code is required in this browser for 30 days.'),
  })
  .describe('A code for two-factor authentication.');

export const passwordResetRequestGiven = z
  .strictObject({ email })
  .describe('The account whose password is reset.');

export const passwordResetGiven = z
  .strictObject({ token, newPassword })
  .describe('A new password and the token from the e-mail.');

export const passwordChangeGiven = z
  .strictObject({ currentPassword: givenPassword, newPassword })
  .describe('The current and the new password.');

export const passwordGiven = z
  .strictObject({ password: givenPassword })
  .describe('The password of the signed-in user.');

const backupCodes = z
  .array(z.string())
  .describe('Backup codes for when the phone is not available. Each works once. Shown only once.');

export const secondFactorSetUp = z
  .strictObject({
    totpURI: z.string().describe('otpauth://… URI for the authenticator app, as text or QR code.'),
    backupCodes,
  })
  .describe('Two-factor authentication is on after the first code was sent to /auth/two-factor/verify-totp.');

export const backupCodeList = z
  .strictObject({ backupCodes })
  .describe('The new codes. Earlier codes become invalid.');

// ── the signed-in user ─────────────────────────────────────────────────────────────────────────────────────

const hiddenFields = z
  .array(z.enum(guardedFieldNames))
  .describe('Fields that are always null for this role.');

export const me = z
  .strictObject({
    person: z
      .strictObject({
        id: id.describe('Id of the person.'),
        email: z.string().describe('E-mail address.'),
        name: z.string().describe('Name.'),
        twoFactorEnabled: z.boolean().describe('True if two-factor authentication is on.'),
      })
      .describe('The signed-in user.'),
    workspaces: z
      .array(
        z.strictObject({
          id: id.describe('Id of the workspace, for the header x-milepost-workspace.'),
          slug: z.string().describe('Short name.'),
          name: z.string().describe('Display name.'),
          isDemo: z.boolean().describe('True for a demo.'),
          role,
        }),
      )
      .describe('The user’s workspaces, in order of creation.'),
    current: z
      .strictObject({
        workspaceId: id.describe('The workspace of this request.'),
        role,
        scopes: z.array(scope).describe('The permissions of the role.'),
        hiddenFields,
      })
      .nullable()
      .describe(
        'The workspace selected by x-milepost-workspace, by default the first; null if the user has none.',
      ),
    mapStyleUrl: z
      .string()
      .nullable()
      .describe('URL of the MapLibre style for the street map; null if the operator has not configured one.'),
  })
  .describe('The signed-in user with workspaces and roles.');

// ── people of a workspace ──────────────────────────────────────────────────────────────────────────────────

export const member = z
  .strictObject({
    id: id.describe('Id of the person.'),
    email: z.string().describe('E-mail address.'),
    name: z.string().describe('Name.'),
    role,
    twoFactorEnabled: z.boolean().describe('True if two-factor authentication is on.'),
    joinedAt: instant.describe('When the person joined the workspace.'),
    lastSeenAt: instant.nullable().describe('When a session was last started or renewed, to the day.'),
  })
  .describe('A member of the workspace.');

export const memberList = z
  .strictObject({ people: z.array(member).describe('The members, sorted by name.') })
  .describe('The members of the workspace.');

export const memberChangeGiven = z.strictObject({ role }).describe('The new role of a member.');

export const invitationGiven = z.strictObject({ email, role }).describe('The person to invite and the role.');

const invitation = z
  .strictObject({
    id: id.describe('Id of the invitation.'),
    email: z.string().describe('E-mail address of the invited person.'),
    role,
    createdAt: instant.describe('Time of creation.'),
    expiresAt: instant.describe('When the invitation expires.'),
  })
  .describe('An open invitation.');

export const newInvitation = z
  .strictObject({
    ...invitation.shape,
    isMailed: z.boolean().describe('True if the link was sent by e-mail.'),
    link: z
      .string()
      .nullable()
      .describe('The link, to be passed on by the caller; shown only once. Null if it was sent by e-mail.'),
  })
  .describe('A new invitation. An earlier link for the same person becomes invalid.');

export const invitationList = z
  .strictObject({ invitations: z.array(invitation).describe('Newest first.') })
  .describe('The open invitations of the workspace.');

export const invitationTokenGiven = z.strictObject({ token }).describe('The token of an invitation.');

export const invitationShown = z
  .strictObject({
    email: z.string().describe('E-mail address of the invited person.'),
    workspace: z.string().describe('Name of the workspace.'),
    role,
    expiresAt: instant.describe('When the invitation expires.'),
  })
  .describe('The invitation, for the page on which it is accepted.');

export const invitationAcceptanceGiven = z
  .strictObject({
    token,
    name: personName,
    password: newPassword.describe(
      'A new password; or the existing password, if the person already has an account in this installation.',
    ),
  })
  .describe('Accepts an invitation.');

export const acceptedInvitation = z
  .strictObject({ email: z.string().describe('E-mail address to sign in with.') })
  .describe('The person is now a member of the workspace.');

// ── first account ──────────────────────────────────────────────────────────────────────────────────────────

export const firstRun = z
  .strictObject({
    isNeeded: z.boolean().describe('True while the first account has not been created.'),
    demo: z
      .array(
        z.strictObject({
          email: z.string().describe('E-mail address.'),
          name: z.string().describe('Name.'),
          password: z.string().describe('Password.'),
          role,
          workspace: z.string().describe('Name of the first workspace with this role.'),
        }),
      )
      .nullable()
      .describe('The accounts of the demo with their passwords; null without a demo.'),
  })
  .describe('The setup state of the installation.');

export const firstRunGiven = z
  .strictObject({
    code: z.string().trim().min(1).max(100).describe('The setup code that `milepost serve` printed.'),
    email,
    name: personName,
    password: newPassword,
  })
  .describe('The first account of the installation; it becomes an admin.');
