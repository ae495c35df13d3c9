import { hash, verify } from "@node-rs/argon2";

/** Argon2id, 19 MiB, two passes (OWASP's minimum): about 40 ms on an office server, so a storm of guesses costs them more than us. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFC"), cost);

let nobody: Promise<string> | undefined;

/**
 * Compares in the same time whether or not there is anything to compare with: without a stored hash the password is held
 * against a throw-away one, so that the time of an answer does not tell which accounts exist.
 */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword("nobody has this password");
  const matches = await verify(stored ?? (await nobody), password.normalize("NFC"));
  return matches && stored !== null && stored !== undefined;
}
