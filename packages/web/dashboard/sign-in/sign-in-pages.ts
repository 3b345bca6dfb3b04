/** The pages before somebody is signed in, loaded together. */
export { AcceptInvitationPage, FirstRunPage } from './join-pages.tsx';
export { LoginPage } from './login-page.tsx';
export { ForgottenPasswordPage, ResetPasswordPage } from './password-pages.tsx';
