import { createHash, randomBytes } from "node:crypto";

/** Crockford's base 32: no I, L, O, U, so that a code on paper is read and typed one way. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

function code(characters: number): string {
  return [...randomBytes(characters)].map((byte) => alphabet[byte & 31]).join("");
}

/** The cookie of a session: 256 bits, never shown to anybody. */
export const newSessionToken = (): string => randomBytes(32).toString("base64url");

/** A link's token, also printed on cards: 26 characters of 5 bits = 130 bits. */
export const newLinkToken = (): string => code(26);

/** A recovery code: 16 characters = 80 bits, throttled and for the second step only. */
export const newRecoveryCode = (): string => group(code(16), 4);

/** "7K3M-9QXA-…": four characters at a time are what an eye keeps while it looks from paper to screen. */
export function group(text: string, size: number): string {
  return text.match(new RegExp(`.{1,${size}}`, "g"))?.join("-") ?? text;
}

/** What was typed, as it was made: no dashes or blanks, O for 0 and I or L for 1. */
export function plainCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
}

/** Tokens are random, so one round of SHA-256 is enough: there is nothing to guess. */
export const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest();
export const hashCode = (typed: string): Buffer => hashToken(plainCode(typed));
