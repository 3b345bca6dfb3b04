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
  .describe('E-mail address. Capitals and small letters are the same.');

export const passwordLengthMin = 10;
export const passwordLengthMax = 200;

/** A password that somebody chooses. */
const newPassword = text(passwordLengthMax)
  .min(passwordLengthMin, { error: `Must have at least ${passwordLengthMin} characters.` })
  .describe(`Password of ${passwordLengthMin} to ${passwordLengthMax} characters.`);

/** A password that somebody claims to have: no rule is told about it. */
const givenPassword = text(passwordLengthMax).describe('Password.');

const token = z.string().min(1).max(200).describe('What stands behind `#token=` in the link.');
const personName = name(100).describe('How the person is called.');

// ── signing in ───────────────────────────────────────────────────────────────────────────────────────────────

export const signInGiven = z
  .strictObject({
    email,
    password: givenPassword,
    rememberMe: z
      .boolean()
      .default(true)
      .describe('false: the session ends with the browser, or after a day.'),
  })
  .describe('Who signs in.');

export const signInResult = z
  .strictObject({
    twoFactorRedirect: z
      .boolean()
      .describe(
        'True when a code is still needed: go on at /auth/two-factor/verify-totp within ten minutes.',
      ),
  })
  .describe('The session is set as a cookie, unless a second factor is still to come.');

export const codeGiven = z
  .strictObject({
    code: z.string().trim().min(1).max(40).describe('The code.'),
    trustDevice: z.boolean().default(false).describe('true: this browser is not asked again for 30 days.'),
  })
  .describe('A code of the second factor.');

export const passwordResetRequestGiven = z
  .strictObject({ email })
  .describe('Who wants to set a new password.');

export const passwordResetGiven = z
  .strictObject({ token, newPassword })
  .describe('A new password, with the token that was mailed.');

export const passwordChangeGiven = z
  .strictObject({ currentPassword: givenPassword, newPassword })
  .describe('A new password in place of the present one.');

export const passwordGiven = z
  .strictObject({ password: givenPassword })
  .describe('The password of whoever is signed in.');

const backupCodes = z
  .array(z.string())
  .describe('Codes for the day when the phone is gone. Each works once; shown this once.');

export const secondFactorSetUp = z
  .strictObject({
    totpURI: z.string().describe('otpauth://… for the authenticator app, as text or QR code.'),
    backupCodes,
  })
  .describe('It holds once a first code was given to /auth/two-factor/verify-totp.');

export const backupCodeList = z.strictObject({ backupCodes }).describe('The new codes; former ones end.');

// ── who I am ─────────────────────────────────────────────────────────────────────────────────────────────────

const hiddenFields = z
  .array(z.enum(guardedFieldNames))
  .describe('Fields that are null for this role, whatever they hold.');

export const me = z
  .strictObject({
    person: z
      .strictObject({
        id: id.describe('Our id of the person.'),
        email: z.string().describe('E-mail address.'),
        name: z.string().describe('Name.'),
        twoFactorEnabled: z.boolean().describe('True when signing in takes a code as well.'),
      })
      .describe('Who is signed in.'),
    workspaces: z
      .array(
        z.strictObject({
          id: id.describe('Our id; name it in the header x-milepost-workspace.'),
          slug: z.string().describe('Short name.'),
          name: z.string().describe('Name for people.'),
          isDemo: z.boolean().describe('True for a demo.'),
          role,
        }),
      )
      .describe('Where the person works, in the order in which the workspaces were made.'),
    current: z
      .strictObject({
        workspaceId: id.describe('The workspace of this request.'),
        role,
        scopes: z.array(scope).describe('What the role may do there.'),
        hiddenFields,
      })
      .nullable()
      .describe('The workspace named by x-milepost-workspace, else the first; null for who belongs to none.'),
    mapStyleUrl: z
      .string()
      .nullable()
      .describe('Style of the street map that the operator has set, for MapLibre; null where there is none.'),
  })
  .describe('Who is signed in, and where they work as what.');

// ── people of a workspace ────────────────────────────────────────────────────────────────────────────────────

export const member = z
  .strictObject({
    id: id.describe('Our id of the person.'),
    email: z.string().describe('E-mail address.'),
    name: z.string().describe('Name.'),
    role,
    twoFactorEnabled: z.boolean().describe('True when signing in takes a code as well.'),
    joinedAt: instant.describe('Since when the person belongs to the workspace.'),
    lastSeenAt: instant.nullable().describe('When a session was last begun or renewed, to the day.'),
  })
  .describe('A person of the workspace.');

export const memberList = z
  .strictObject({ people: z.array(member).describe('The people, by name.') })
  .describe('The people of the workspace.');

export const memberChangeGiven = z.strictObject({ role }).describe('What is to change about a person.');

export const invitationGiven = z.strictObject({ email, role }).describe('Whom to invite, and as what.');

export const invitation = z
  .strictObject({
    id: id.describe('Our id of the invitation.'),
    email: z.string().describe('Who is invited.'),
    role,
    createdAt: instant.describe('When it was made.'),
    expiresAt: instant.describe('Until when it can be accepted.'),
  })
  .describe('An invitation that is open.');

export const newInvitation = z
  .strictObject({
    ...invitation.shape,
    isMailed: z.boolean().describe('True when the link is on its way by mail.'),
    link: z
      .string()
      .nullable()
      .describe('The link, to be handed over by yourself; shown this once, and null when it was mailed.'),
  })
  .describe('A new invitation. Who was invited before gets a new link; the former one ends.');

export const invitationList = z
  .strictObject({ invitations: z.array(invitation).describe('Newest first.') })
  .describe('The open invitations of the workspace.');

export const invitationTokenGiven = z.strictObject({ token }).describe('The token of an invitation.');

export const invitationShown = z
  .strictObject({
    email: z.string().describe('Who is invited.'),
    workspace: z.string().describe('Name of the workspace.'),
    role,
    expiresAt: instant.describe('Until when it can be accepted.'),
  })
  .describe('What the invited person is told before accepting.');

export const invitationAcceptanceGiven = z
  .strictObject({
    token,
    name: personName,
    password: newPassword.describe(
      'A password to choose; for who has an account of this installation already, the password of that.',
    ),
  })
  .describe('Accepts an invitation.');

export const acceptedInvitation = z
  .strictObject({ email: z.string().describe('Sign in with this address and the password.') })
  .describe('The person belongs to the workspace now.');

// ── the first run ────────────────────────────────────────────────────────────────────────────────────────────

export const firstRun = z
  .strictObject({
    isNeeded: z.boolean().describe('True while there is nobody who could sign in.'),
    demo: z
      .array(
        z.strictObject({
          email: z.string().describe('Sign in as.'),
          name: z.string().describe('Name.'),
          password: z.string().describe('With.'),
          role,
          workspace: z.string().describe('Name of the first workspace where the role holds.'),
        }),
      )
      .nullable()
      .describe('The people of the demo with their passwords; null anywhere else.'),
  })
  .describe('How this installation is begun.');

export const firstRunGiven = z
  .strictObject({
    code: z.string().trim().min(1).max(100).describe('The code that `milepost serve` printed.'),
    email,
    name: personName,
    password: newPassword,
  })
  .describe('The first person of an installation, who becomes its admin.');
