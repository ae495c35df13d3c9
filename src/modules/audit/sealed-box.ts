import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from "node:crypto";

/**
 * Sealing to a public key (X25519, HKDF-SHA256, AES-256-GCM): whoever holds the public half can write, only the private
 * half reads. So an act can record personal values without the process holding a secret at that moment.
 */

const IV = 12;
const TAG = 16;
const PUBLIC = 32;

/** `publicKey`: 32 raw bytes; `privateKey`: PKCS #8 DER. */
export type KeyPair = { publicKey: Buffer; privateKey: Buffer };

export function newKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync("x25519");
  return { publicKey: rawPublic(publicKey), privateKey: privateKey.export({ format: "der", type: "pkcs8" }) };
}

/** The public half of a stored private key. */
export function publicHalf(privateKey: Buffer): Buffer {
  return rawPublic(createPublicKey(createPrivateKey({ key: privateKey, format: "der", type: "pkcs8" })));
}

/** `context` must be given again to open: a box copied to another subject's row does not open there. */
export function seal(publicKey: Buffer, content: Buffer, context: string): Buffer {
  const once = generateKeyPairSync("x25519");
  const oncePublic = rawPublic(once.publicKey);
  const key = sharedKey(diffieHellman({ privateKey: once.privateKey, publicKey: importPublic(publicKey) }), oncePublic, publicKey, context);
  const iv = randomBytes(IV);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([oncePublic, iv, cipher.getAuthTag(), sealed]);
}

/** Throws when the key, the context or a single bit of the box is another. */
export function open(privateKey: Buffer, box: Buffer, context: string): Buffer {
  const own = createPrivateKey({ key: privateKey, format: "der", type: "pkcs8" });
  const oncePublic = box.subarray(0, PUBLIC);
  const shared = diffieHellman({ privateKey: own, publicKey: importPublic(oncePublic) });
  const key = sharedKey(shared, oncePublic, rawPublic(createPublicKey(own)), context);
  const decipher = createDecipheriv("aes-256-gcm", key, box.subarray(PUBLIC, PUBLIC + IV));
  decipher.setAuthTag(box.subarray(PUBLIC + IV, PUBLIC + IV + TAG));
  return Buffer.concat([decipher.update(box.subarray(PUBLIC + IV + TAG)), decipher.final()]);
}

function sharedKey(shared: Buffer, oncePublic: Buffer, publicKey: Buffer, context: string): Buffer {
  return Buffer.from(hkdfSync("sha256", shared, Buffer.concat([oncePublic, publicKey]), `kheo sealed box: ${context}`, 32));
}

function rawPublic(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: "jwk" }).x ?? "", "base64url");
}

function importPublic(raw: Buffer): KeyObject {
  return createPublicKey({ key: { kty: "OKP", crv: "X25519", x: raw.toString("base64url") }, format: "jwk" });
}
