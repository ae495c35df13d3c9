import { fold, squeeze } from "../../../kernel/text.ts";
import type { OfficialForm, Signature } from "./official.ts";

/** How a unit heads and signs its own papers; everything can be changed in Word before it is signed. */
export type Letterhead = {
  form: OfficialForm;
  superior: string[];
  name: string[];
  /** "Ban Thường trực Ủy ban MTTQ Việt Nam xã Bình Lâm": in running text. */
  called: string;
  /** Of the number: "MTTQ-BTT", "UBND", "ĐU". */
  symbol: string;
  archive: string;
  signature: { collective: string | null; title: string };
};

/** "xã Bình Lâm" out of "UBND xã Bình Lâm"; empty for a body that is not named after its area. */
const areaIn = (name: string): string =>
  /(?:^|\s)((?:xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)\s.+)$/iu.exec(name)?.[1] ?? "";

const upper = (text: string): string => text.toLocaleUpperCase("vi");

/** Initials of a body's words, as symbols are usually made: "Sở Nội vụ" → "SNV". */
const initials = (name: string): string =>
  upper(
    squeeze(name.replace(areaIn(name), ""))
      .split(/[\s-]+/)
      .filter((word) => /^\p{L}/u.test(word) && !["và", "của"].includes(word))
      // "Ủy ban" is "UB": the letter without its tone.
      .map((word) =>
        (word[0] ?? "")
          .normalize("NFD")
          .replaceAll(/[\u0300\u0301\u0303\u0309\u0323]/g, "")
          .normalize("NFC"),
      )
      .join(""),
  );

/** Head of the body, as the signature block calls the office. */
const titles: Record<string, string> = {
  department: "GIÁM ĐỐC",
  "trade-union": "CHỦ TỊCH",
  "farmers-union": "CHỦ TỊCH",
  "womens-union": "CHỦ TỊCH",
  veterans: "CHỦ TỊCH",
  "youth-union": "BÍ THƯ",
  school: "HIỆU TRƯỞNG",
  office: "CHÁNH VĂN PHÒNG",
  board: "TRƯỞNG BAN",
  "steering-committee": "TRƯỞNG BAN",
};

/** "Ban Tuyên giáo và Dân vận" and "Tỉnh ủy" out of the name of a body that advises a committee; null for any other. */
function adviserIn(name: string): { body: string; committee: string } | null {
  const [, body, committee] = /^(.+?)\s+((?:tỉnh|thành|huyện|đảng)\s+(?:ủy|uỷ)(?:\s.+)?)$/iu.exec(name) ?? [];
  return body === undefined || committee === undefined ? null : { body, committee };
}

/** `areaName` is where the unit stands: "Tỉnh ủy Tân Giang" over a board whose own name says only "Tỉnh ủy". */
export function letterheadOf({ name, kind, areaName }: { name: string; kind: string; areaName?: string | null }): Letterhead {
  const area = areaIn(name);
  const own = (head: Partial<Letterhead>): Letterhead => ({
    form: "state",
    superior: [],
    name: [upper(name)],
    called: name,
    symbol: initials(name) || "KH",
    archive: "VT",
    signature: { collective: null, title: titles[kind] ?? "THỦ TRƯỞNG ĐƠN VỊ" },
    ...head,
  });
  if (kind === "front" && !fold(name).startsWith("ban cong tac")) {
    return own({
      form: "front",
      superior: ["ỦY BAN MTTQ VIỆT NAM", ...(area === "" ? [] : [upper(area)])],
      name: ["BAN THƯỜNG TRỰC"],
      called: `Ban Thường trực ${name}`,
      symbol: "MTTQ-BTT",
      archive: "VT, BTT",
      signature: { collective: "BAN THƯỜNG TRỰC", title: "CHỦ TỊCH" },
    });
  }
  if (kind === "party-committee") {
    const province = fold(name).startsWith("tinh uy");
    return own({
      form: "party",
      name: [upper(name)],
      called: `Ban Thường vụ ${name}`,
      symbol: province ? "TU" : "ĐU",
      archive: province ? "Văn phòng Tỉnh ủy" : "Văn phòng Đảng ủy",
      signature: { collective: "BAN THƯỜNG VỤ", title: "BÍ THƯ" },
    });
  }
  const adviser = adviserIn(name);
  if (adviser) {
    // Boards, offices and inspection commissions of a committee write in the Party's form under the committee's name.
    const { body, committee } = adviser;
    const inspects = fold(body).startsWith("uy ban kiem tra");
    return own({
      form: "party",
      superior: [upper(areaName && fold(areaName).startsWith(fold(committee)) ? areaName : committee)],
      name: [upper(body)],
      symbol: `${initials(body)}${fold(committee).startsWith("dang uy") ? "ĐU" : fold(committee).startsWith("huyen uy") ? "HU" : "TU"}`,
      archive: "Văn thư",
      ...(inspects ? { signature: { collective: "ỦY BAN KIỂM TRA", title: "CHỦ NHIỆM" } } : {}),
    });
  }
  if (kind === "peoples-committee") {
    return own({
      name: ["ỦY BAN NHÂN DÂN", ...(area === "" ? [] : [upper(area)])],
      called: `Ủy ban nhân dân ${area}`.trim(),
      symbol: "UBND",
      signature: { collective: "ỦY BAN NHÂN DÂN", title: "CHỦ TỊCH" },
    });
  }
  if (kind === "peoples-council") {
    return own({
      name: ["HỘI ĐỒNG NHÂN DÂN", ...(area === "" ? [] : [upper(area)])],
      called: `Hội đồng nhân dân ${area}`.trim(),
      symbol: "HĐND",
      signature: { collective: "HỘI ĐỒNG NHÂN DÂN", title: "CHỦ TỊCH" },
    });
  }
  return own({});
}

/** "Bình Lâm": the place in the date line, an area's name without its kind. */
export const placeOf = (areaName: string): string =>
  areaName.replace(/^(?:xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)\s+/iu, "");

/** A signature block without the name: who signs is known at signing. */
export const signatureOf = ({ signature }: Letterhead): Partial<Signature> & { title: string } => ({
  collective: signature.collective,
  title: signature.title,
});
