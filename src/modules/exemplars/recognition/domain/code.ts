/** Crockford's base 32: no I, L, O, U, so that a code on paper is read and typed one way. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 15;

/** "7K3M9-QXA20-HD5TB" out of 15 random bytes: 75 bits, in groups that an eye keeps while it looks from paper to screen. */
export function certificateCode(random: Uint8Array): string {
  const plain = [...random.subarray(0, length)].map((byte) => alphabet[byte & 31]).join("");
  return grouped(plain);
}

const grouped = (plain: string): string => plain.match(/.{1,5}/g)?.join("-") ?? plain;

/** A code as somebody typed it, in the form in which it is kept; null for what can be no code. */
export function readCode(typed: string): string | null {
  const plain = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return plain.length === length && [...plain].every((letter) => alphabet.includes(letter)) ? grouped(plain) : null;
}
