/** The pages without a session, loaded as one chunk. */
export { AcceptInvitationPage, FirstRunPage } from './join-pages.tsx';
export { LoginPage } from './login-page.tsx';
export { ForgottenPasswordPage, ResetPasswordPage } from './password-pages.tsx';
