import { expect, test } from "vitest";
import { newKeyPair, open, publicHalf, seal } from "./sealed-box.ts";

const { publicKey, privateKey } = newKeyPair();
const content = Buffer.from("0912 000 111");

test("what is sealed to the public half opens with the private half, and with nothing else", () => {
  const box = seal(publicKey, content, "subject 1");
  expect(open(privateKey, box, "subject 1").toString()).toBe("0912 000 111");
  expect(box.includes(content)).toBe(false);
  expect(publicHalf(privateKey).equals(publicKey)).toBe(true);
  expect(() => open(newKeyPair().privateKey, box, "subject 1")).toThrow();
});

test("a box does not open in another context, nor with a bit changed", () => {
  const box = seal(publicKey, content, "subject 1");
  expect(() => open(privateKey, box, "subject 2")).toThrow();
  const changed = Buffer.from(box);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  expect(() => open(privateKey, changed, "subject 1")).toThrow();
});

test("the same content sealed twice gives two boxes", () => {
  expect(seal(publicKey, content, "x").equals(seal(publicKey, content, "x"))).toBe(false);
});
