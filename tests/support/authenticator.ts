import { TOTP, URI } from 'otpauth';

/** A person's device, by the address that the program showed once. */
export const authenticator = (uri: string) => {
  const totp = URI.parse(uri);
  if (!(totp instanceof TOTP)) throw new Error(`${uri} is not of codes by the time`);
  /** The code of now, or of so many steps of 30 s before or after. */
  return (steps = 0): string => totp.generate({ timestamp: Date.now() + steps * 30_000 });
};
