import { expect, test } from "vitest";
import { readDocument } from "../read.ts";
import { drawnLine, handmadePdf } from "./handmade.ts";

const read = (pages: string[]) => readDocument({ name: "quet.pdf", bytes: handmadePdf({ pages: pages.map((content) => ({ content })) }) });
/** As the head of a picture has it; the readers look at the bytes. */
const packed = "% /Filter /CCITTFaxDecode\n";

test("a scan whose pictures the library draws as nothing is refused with what to do, not taken for blank", async () => {
  await expect(read([packed, packed])).rejects.toMatchObject({ code: "unsupported", details: { reason: "bilevel_scan" } });
  await expect(read(["% /JBIG2Decode\n"])).rejects.toMatchObject({ details: { reason: "bilevel_scan" } });
});

test("beside pages of text such a picture is a picture", async () => {
  const lines = Array.from({ length: 8 }, (_, at) =>
    drawnLine("The plan of the year for every commune of the province", 70, 760 - at * 20),
  );
  expect(await read([lines.join(""), packed])).toMatchObject({ kind: "pdf" });
});
