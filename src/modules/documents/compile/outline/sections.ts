/** What a section is for, by the words of its heading and by the genre of the document it stands in. */
import { fold } from "../../../../kernel/text.ts";

/**
 * `purpose`, `situation`: oblige nobody; `goals`: targets; `criteria`: conditions; `frame`: who, when and where (obliges
 * only a named body); `work`: tasks.
 */
export type SectionRole = "purpose" | "situation" | "goals" | "criteria" | "frame" | "work";

/**
 * A report tells what was done and, under a heading of its own, what is to come; rules bind whom they name; a form is
 * to be filled in and orders nothing.
 */
export type Genre = "plan" | "report" | "rules" | "form";

/** Genre by the type in the title, else by the first words ("KẾT QUẢ NỔI BẬT …") or the symbol ("BC-MTTQ"). */
export function genreOf(type: string | null, firstLine: string, symbol: string | null): Genre {
  const key = fold(type ?? "");
  if (type === null) {
    if (/^(?:KẾT QUẢ|BÁO CÁO|TỔNG HỢP KẾT QUẢ|SỐ LIỆU)(?!\p{L})/u.test(firstLine)) return "report";
    if (/^(?:BIỂU MẪU|MẪU|PHIẾU|BẢN ĐĂNG KÝ|BẢN CAM KẾT|HỒ SƠ)(?!\p{L})/u.test(firstLine)) return "form";
    return /^(?:BC|TTR)(?!\p{L})/iu.test(symbol ?? "") ? "report" : "plan";
  }
  if (/^(?:bao cao|to trinh)/.test(key)) return "report";
  if (/^(?:bieu mau|phieu|ban dang ky)/.test(key)) return "form";
  return /^(?:quyet dinh|quy dinh|quy che|the le|thong tu)/.test(key) ? "rules" : "plan";
}

/** Role of a section whose headings say nothing. */
export const defaultRole: Readonly<Record<Genre, SectionRole>> = { plan: "work", report: "situation", rules: "frame", form: "situation" };

const TO_COME =
  /^(?:phuong huong|du kien|ke hoach cong tac|chuong trinh cong tac|(?:mot so )?(?:nhiem vu|cong tac|giai phap|noi dung)[a-z, ]* (?:thoi gian toi|trong tam|chu yeu|thang (?:toi|\d)|quy (?:toi|[ivx\d])|nam \d|cuoi nam|nam toi|tiep theo|6 thang cuoi)|nhiem vu,? giai phap)/;

/** What a heading's words say of its section; null leaves it to the heading above. */
export function roleOf(title: string, level: number, genre: Genre = "plan"): SectionRole | null {
  const key = fold(title).replace(/^(?:ve |cac |mot so |nhung )/, "");
  if (genre === "form") return null;
  if (genre === "report")
    return TO_COME.test(key)
      ? "work"
      : /^(?:ket qua|tinh hinh|danh gia|thuc hien|cong tac|uu diem|han che|ton tai)/.test(key)
        ? "situation"
        : null;
  if (
    /^(?:muc dich|yeu cau|quan diem|y nghia|nguyen tac|phuong cham|can cu|su can thiet|quy dinh chung|pham vi dieu chinh|giai thich tu ngu|nguyen tac chung)/.test(
      key,
    )
  )
    return "purpose";
  if (
    /^(?:muc tieu|chi tieu)/.test(key) ||
    (level === 1 && /(?:muc tieu|chi tieu)(?! quoc gia)/.test(key) && !/chuong trinh muc tieu/.test(key))
  )
    return "goals";
  if (
    /^(?:tieu chi|tieu chuan|dieu kien|thang diem|diem thuong|diem tru|xep loai|muc xep loai|phuong phap (?:danh gia|cham diem))/.test(key)
  )
    return "criteria";
  if (
    /^(?:tinh hinh|thuc trang|dac diem|danh gia tinh hinh|ket qua|uu diem|han che|ton tai|nguyen nhan|danh gia chung|boi canh|chu de|khau hieu)/.test(
      key,
    )
  )
    return "situation";
  if (
    /^(?:doi tuong|pham vi|dia diem|thanh phan|trinh tu|thu tuc|nghi thuc|thoi gian|kinh phi|nguon kinh phi|bao dam kinh phi|nguon luc|khen thuong|hinh thuc khen|thoi diem)/.test(
      key,
    ) &&
    !/(?:quy trinh|noi dung|nhiem vu|phan cong|cac buoc|to chuc thuc hien)/.test(key)
  )
    return "frame";
  if (
    /^(?:noi dung|nhiem vu|giai phap|to chuc thuc hien|phan cong|trach nhiem|cong tac|bien phap|hoat dong|che do|tien do|ke hoach|buoc|trien khai|phuong an|phuong thuc|hinh thuc)/.test(
      key,
    )
  )
    return "work";
  return null;
}

/** Role of a place under these headings, outermost first: the nearest that says something, in a report the outermost. */
export function roleUnder(path: readonly { role: SectionRole | null }[], genre: Genre): SectionRole {
  const says = ({ role }: { role: SectionRole | null }): boolean => role !== null;
  const entry = genre === "report" ? path.find(says) : path.findLast(says);
  return entry?.role ?? defaultRole[genre];
}
