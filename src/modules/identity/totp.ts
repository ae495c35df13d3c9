import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Secret, TOTP } from "otpauth";
import { writeDurably } from "../../platform/durable.ts";

const SECONDS = 30;
const generator = (secret: Secret, label = "") =>
  new TOTP({ issuer: "Khéo", label, secret, digits: 6, period: SECONDS, algorithm: "SHA1" });

export const newSecret = (): Buffer => randomBytes(20);

/** What the authenticator application reads from the QR code, and the key to type where no camera is. */
export function enrolment(secret: Buffer, login: string): { uri: string; key: string } {
  const wrapped = Secret.fromHex(secret.toString("hex"));
  return { uri: generator(wrapped, login).toString(), key: wrapped.base32 };
}

/**
 * The thirty-second step that a code belongs to, or null when it is wrong. One step either side is accepted: telephones run
 * early and late. Steps up to `after` are refused, so that a code seen over a shoulder is spent.
 */
export function codeStep(secret: Buffer, code: string, now: Date, after: number): number | null {
  const digits = code.replace(/\D/g, "");
  if (digits.length !== 6) return null;
  const totp = generator(Secret.fromHex(secret.toString("hex")));
  const delta = totp.validate({ token: digits, timestamp: now.getTime(), window: 1 });
  if (delta === null) return null;
  const step = Math.floor(now.getTime() / 1000 / SECONDS) + delta;
  return step > after ? step : null;
}

const keys = new Map<string, Promise<Buffer>>();

/** The key that second-factor secrets are sealed with: beside the database's passwords, never in a backup. */
function sealingKey(data: string): Promise<Buffer> {
  const known = keys.get(data);
  if (known) return known;
  const reading = readOrMakeKey(join(data, "secrets"));
  keys.set(data, reading);
  reading.catch(() => keys.delete(data));
  return reading;
}

async function readOrMakeKey(folder: string): Promise<Buffer> {
  const path = join(folder, "second-factor");
  try {
    return Buffer.from((await readFile(path, "utf8")).trim(), "base64url");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    const key = randomBytes(32);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeDurably(path, `${key.toString("base64url")}\n`, 0o600);
    return key;
  }
}

/** nonce (12) + tag (16) + sealed secret. */
export async function seal(data: string, secret: Buffer): Promise<Buffer> {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", await sealingKey(data), nonce);
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Null when the key is another one (restored without KHEO_DATA/secrets): then a recovery code or an administrator helps. */
export async function unseal(data: string, sealed: Buffer): Promise<Buffer | null> {
  const key = await sealingKey(data);
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12));
    decipher.setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
  } catch {
    return null;
  }
}
