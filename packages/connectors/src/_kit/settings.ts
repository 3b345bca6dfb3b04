/** The values of an account's settings, parsed by the manifest's schema. */
export type AccountSettings = Readonly<Record<string, string>>;
