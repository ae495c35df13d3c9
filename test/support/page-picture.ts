import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createCanvas, GlobalFonts, type Canvas, type SKRSContext2D } from "@napi-rs/canvas";

/** A sheet of A4 at 150 dots per inch: what an office's scanner makes when nobody sets anything. */
const sheet = { width: 1240, height: 1754 };

const fileOf = (subset: string, weight: number) =>
  readFileSync(fileURLToPath(import.meta.resolve(`@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${weight}-normal.woff2`)));
for (const weight of [400, 700]) {
  for (const subset of ["latin", "vietnamese"]) GlobalFonts.register(fileOf(subset, weight), `Page ${subset} ${weight}`);
}
const font = (size: number, weight: 400 | 700) => `${size}px "Page vietnamese ${weight}", "Page latin ${weight}"`;

type Draw = (context: SKRSContext2D, write: (text: string, x: number, y: number, style?: Style) => void) => void;
type Style = { size?: number; bold?: boolean; centred?: boolean; colour?: string };

export function drawSheet(draw: Draw): Canvas {
  const canvas = createCanvas(sheet.width, sheet.height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, sheet.width, sheet.height);
  draw(context, (text, x, y, { size = 27, bold = false, centred = false, colour = "#111" } = {}) => {
    context.font = font(size, bold ? 700 : 400);
    context.fillStyle = colour;
    context.textAlign = centred ? "center" : "left";
    context.fillText(text, x, y);
  });
  return canvas;
}

/** The lines that `planSheet` shows, in reading order, one for a paragraph. */
export const planLines = [
  "ỦY BAN MTTQ VIỆT NAM",
  "XÃ BÌNH LÂM",
  "Số: 14/KH-MTTQ",
  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  "Độc lập - Tự do - Hạnh phúc",
  "Bình Lâm, ngày 09 tháng 3 năm 2026",
  "KẾ HOẠCH",
  "Tổ chức ngày hội đoàn kết ở các khu dân cư năm 2026",
  "I. NHIỆM VỤ",
  "1. Ban Công tác Mặt trận các khu dân cư vận động Nhân dân dọn vệ sinh đường thôn, hoàn thành trước ngày 15/4/2026.",
  "2. Hội Nông dân xã chủ trì, phối hợp với Đoàn Thanh niên xã trồng 200 cây xanh.",
];

/** A commune's short plan as its scanner delivers it. `stamp` is pressed on in red, a little askew. */
export function planSheet({ stamp }: { stamp?: string } = {}): Canvas {
  const [issuer, unit, number, motto, motto2, day, type, subject, heading] = planLines as [string, ...string[]];
  return drawSheet((context, write) => {
    const head = { size: 24, centred: true };
    write(issuer, 330, 120, head);
    write(unit ?? "", 330, 160, { ...head, bold: true });
    write(number ?? "", 330, 215, head);
    write(motto ?? "", 850, 120, { ...head, bold: true });
    write(motto2 ?? "", 850, 160, { ...head, bold: true });
    write(day ?? "", 850, 215, head);
    write(type ?? "", 620, 330, { centred: true, bold: true, size: 30 });
    write(subject ?? "", 620, 380, { centred: true, bold: true });
    write(heading ?? "", 210, 470, { bold: true });
    write("1. Ban Công tác Mặt trận các khu dân cư vận động Nhân dân dọn vệ sinh", 210, 520);
    write("đường thôn, hoàn thành trước ngày 15/4/2026.", 150, 560);
    write("2. Hội Nông dân xã chủ trì, phối hợp với Đoàn Thanh niên xã trồng 200 cây", 210, 610);
    write("xanh.", 150, 650);
    if (stamp !== undefined) {
      context.save();
      context.translate(330, 275);
      context.rotate(-0.07);
      context.strokeStyle = "#c22";
      context.lineWidth = 4;
      context.strokeRect(-110, -32, 220, 62);
      write(stamp, 0, 16, { size: 42, bold: true, centred: true, colour: "#c22" });
      context.restore();
    }
  });
}

/** As a file that somebody sends. */
export const pictureFile = (canvas: Canvas, name = "scan.png"): File =>
  new File([new Uint8Array(canvas.toBuffer("image/png"))], name, { type: "image/png" });
