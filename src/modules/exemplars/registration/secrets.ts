import { createHash, randomBytes } from "node:crypto";

/** 192 random bits in 32 letters: there is nothing to guess, so one round of SHA-256 keeps it. */
export const newSecret = (): string => randomBytes(24).toString("base64url");
export const hashOf = (secret: string): Buffer => createHash("sha256").update(secret).digest();
