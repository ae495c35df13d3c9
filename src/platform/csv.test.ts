import { expect, test } from "vitest";
import { readCsv, writeCsv } from "./csv.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test("what is written is read back: marks, quotes, line breaks, leading zeros", () => {
  const rows = [["00123", 'Xã "Bình Lâm", cũ', "hai\ndòng"]];
  expect(readCsv(bytes(writeCsv(["mã", "tên", "ghi chú"], rows)))).toEqual([["mã", "tên", "ghi chú"], ...rows]);
});

test("cells that a spreadsheet would run are written as text, and come back as they were", () => {
  const dangerous = ["=1+1", "+84 912", "-5", "@SUM(A1)", "\tx"];
  const written = writeCsv(["a", "b", "c", "d", "e"], [dangerous]);
  for (const cell of dangerous) expect(written).toContain(`'${cell}`);
  expect(readCsv(bytes(written))?.[1]).toEqual(dangerous);
});

test("the marks with which Excel says what it wrote are understood", () => {
  expect(readCsv(bytes("\ufeffmã;tên\r\n1;Xã Hòa Phú\r\n"))).toEqual([
    ["mã", "tên"],
    ["1", "Xã Hòa Phú"],
  ]);
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("mã\ttên\r\n1\tXã Hòa Phú\r\n", "utf16le")]);
  expect(readCsv(utf16)).toEqual([
    ["mã", "tên"],
    ["1", "Xã Hòa Phú"],
  ]);
});

test("an old code page is not guessed at", () => {
  expect(readCsv(Uint8Array.from([0x58, 0xe3, 0x20, 0x42, 0xec, 0x6e, 0x68]))).toBeNull();
});
