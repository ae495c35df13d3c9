import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { problem } from "../../kernel/errors.ts";
import type { PersonId } from "../../kernel/ids.ts";
import type { Database, Transaction } from "../../platform/database/index.ts";
import { writeDurably } from "../../platform/durable.ts";
import type { Json } from "./contract.ts";
import { say } from "./messages.ts";
import { newKeyPair, open, publicHalf, seal } from "./sealed-box.ts";
import { addInstallationKey, addSubjectKey, findInstallationKey, findPersonal, findSubjectKey, type SubjectKey } from "./store.ts";

const keyFile = (secrets: string) => join(secrets, "audit-key");
const subjectContext = (subject: PersonId) => `subject ${subject}`;

/**
 * Makes or reads this installation's audit key pair: the private half in `secrets` (0600, not in backups), the public half
 * in the database. Runs at every start; a database restored without its secrets gets a new pair, and what was sealed to the
 * old one stays closed until the old file is put back.
 */
export async function ensureInstallationKey(db: Database, secrets: string): Promise<void> {
  await mkdir(secrets, { recursive: true, mode: 0o700 });
  if (!existsSync(keyFile(secrets))) {
    await writeDurably(keyFile(secrets), `${newKeyPair().privateKey.toString("base64")}\n`, 0o600);
  }
  await addInstallationKey(db, publicHalf(await readPrivateKey(secrets)));
}

/** Seals values to the subject's key, made at the first need; null when the subject has been erased. */
export async function sealPersonal(tx: Transaction, subject: PersonId, values: Json): Promise<Buffer | null> {
  const key = (await findSubjectKey(tx, subject)) ?? (await makeSubjectKey(tx, subject));
  if (!key.publicKey) return null;
  return seal(key.publicKey, Buffer.from(JSON.stringify(values)), subjectContext(subject));
}

/** The personal values of an act; null when there are none, or their subject has been erased. */
export async function openPersonal(db: Database, secrets: string, actId: string): Promise<Json | null> {
  const found = await findPersonal(db, actId);
  if (!found?.wrapped) return null;
  try {
    const privateKey = open(await readPrivateKey(secrets), found.wrapped, subjectContext(found.subject));
    return JSON.parse(open(privateKey, found.personal, subjectContext(found.subject)).toString()) as Json;
  } catch {
    throw problem("unavailable", say("keyMissing", { path: keyFile(secrets) }));
  }
}

async function makeSubjectKey(tx: Transaction, subject: PersonId): Promise<SubjectKey> {
  const installation = await findInstallationKey(tx);
  if (!installation) throw problem("unavailable", say("noInstallationKey"));
  const pair = newKeyPair();
  const wrapped = seal(installation.publicKey, pair.privateKey, subjectContext(subject));
  return addSubjectKey(tx, { subject, publicKey: pair.publicKey, wrapped, installationKey: installation.id });
}

async function readPrivateKey(secrets: string): Promise<Buffer> {
  return Buffer.from((await readFile(keyFile(secrets), "utf8")).trim(), "base64");
}
