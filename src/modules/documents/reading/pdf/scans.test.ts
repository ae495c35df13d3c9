import { expect, test } from "vitest";
import { encodeGroup4 } from "../fax/encode.ts";
import { drawPage, pdfCanvas } from "../ocr/pictures.ts";
import { readDocument } from "../read.ts";
import { withPdf } from "./open.ts";
import { drawnLine, handmadePdf } from "./handmade.ts";

const read = (pages: string[]) => readDocument({ name: "quet.pdf", bytes: handmadePdf({ pages: pages.map((content) => ({ content })) }) });
/** As the head of a picture has it; the readers look at the bytes. */
const packed = "% /Filter /CCITTFaxDecode\n";

test("a scan whose pictures the library draws as nothing is refused with what to do, not taken for blank", async () => {
  // Named, but no picture that could be packed anew.
  await expect(read([packed, packed])).rejects.toMatchObject({ code: "unsupported", details: { reason: "bilevel_scan" } });
  await expect(read(["% /JBIG2Decode\n"])).rejects.toMatchObject({ details: { reason: "bilevel_scan" } });
});

test("beside pages of text such a picture is a picture", async () => {
  const lines = Array.from({ length: 8 }, (_, at) =>
    drawnLine("The plan of the year for every commune of the province", 70, 760 - at * 20),
  );
  expect(await read([lines.join(""), packed])).toMatchObject({ kind: "pdf" });
});

/** A scanner's PDF of one page: black left of the middle. */
function faxed(parameters: string, invert = false): Uint8Array {
  const rows = Array.from({ length: 400 }, () => Array.from({ length: 320 }, (_, x) => x < 160 !== invert));
  const picture = Buffer.from(encodeGroup4(rows)).toString("latin1");
  const drawing = "q 595 0 0 842 0 0 cm /I Do Q";
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
    `<</Length ${drawing.length}>>stream\n${drawing}\nendstream`,
    `<</Type/XObject/Subtype/Image/Width 320/Height 400/BitsPerComponent 1/ColorSpace/DeviceGray/Filter${parameters}/Length 6 0 R>>stream\n${picture}\nendstream`,
    String(picture.length),
  ];
  let text = "%PDF-1.4\n";
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 7\n0000000000 65535 f \n${places.join("")}trailer<</Size 7/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`;
  return Buffer.from(text + table, "latin1");
}

test.each([
  ["alone", faxed("/CCITTFaxDecode/DecodeParms<</K -1/Columns 320/Rows 400>>")],
  ["in lists", faxed("[/CCITTFaxDecode]/DecodeParms[<</K -1/Columns 320>>]")],
  ["with black and white changed over", faxed("/CCITTFaxDecode/DecodeParms<</K -1/Columns 320/BlackIs1 true>>", true)],
])("a fax picture is drawn as it was scanned: %s", async (_, bytes) => {
  expect(await readDocument({ name: "quet.pdf", bytes })).toMatchObject({ kind: "pdf", needsRecognition: true });
  const CanvasFactory = await pdfCanvas();
  await withPdf(
    bytes,
    { pages: 1 },
    async (pdf) => {
      const { canvas } = await drawPage(await pdf.getPage(1));
      const redAt = (share: number) => canvas.getContext("2d").getImageData(Math.round(canvas.width * share), 900, 1, 1).data[0];
      expect([redAt(0.25), redAt(0.75)]).toEqual([0, 255]);
    },
    { CanvasFactory },
  );
});
