/** Label lines under a task: "Đơn vị chủ trì: …", "Thời gian thực hiện: …". They say who and when, they are no tasks. */
import { fold } from "../../../../kernel/text.ts";

export type LabelKind = "lead" | "partner" | "time" | "content" | "other";
export type Label = { kind: LabelKind; name: string; /** Offset of the value in the given text; its end when empty. */ valueAt: number };

const kinds: { kind: LabelKind; find: RegExp }[] = [
  { kind: "partner", find: /^(?:(?:co quan|don vi|to chuc|bo phan|luc luong|cac don vi) )?phoi hop(?: thuc hien)?$/ },
  {
    kind: "lead",
    find: /^(?:(?:co quan|don vi|to chuc|bo phan|nguoi|can bo|cap) )?(?:chu tri|thuc hien|chiu trach nhiem|phu trach|dau moi|chu tri,? phoi hop|chu tri,? thuc hien|chu tri thuc hien|chu tri tham muu|tham muu)(?: (?:tham muu )?(?:thuc hien|tham muu|chinh))?$/,
  },
  { kind: "lead", find: /^(?:phan cong thuc hien|trach nhiem thuc hien|phan cong|don vi|co quan thuong truc)$/ },
  {
    kind: "time",
    find: /^(?:thoi gian|thoi han|tien do|thoi diem|hoan thanh|thoi gian, dia diem)(?: (?:thuc hien|hoan thanh|to chuc|trien khai|bao cao|thi dua|du kien|xay dung))*$/,
  },
  { kind: "content", find: /^(?:noi dung(?: thuc hien| hoat dong)?|nhiem vu|hoat dong)$/ },
  {
    kind: "other",
    find: /^(?:ket qua|san pham|dia diem|hinh thuc|thanh phan|doi tuong|kinh phi|so luong|chu de|chu toa|tai lieu|nguyen tac|quy mo|don vi tinh|phuong thuc|nguon kinh phi|pham vi|muc dich|yeu cau|luu y|ghi chu|truong doan|thanh vien doan|khach moi|tieu chuan)(?: [a-z]+){0,6}$/,
  },
];

/** The label that opens a text (bullet already removed), or null. A label without colon counts only when it is the whole text. */
export function readLabel(text: string): Label | null {
  const colon = text.indexOf(":");
  const whole = colon < 0 || colon > 70;
  const bare =
    /^(?:Thời gian|Thời hạn) (?:thực hiện|hoàn thành)(?= (?:sau|từ|trong|đến|trước|quý|tháng|năm|thường|hằng|hàng|định kỳ|theo))/iu.exec(
      text,
    );
  if (bare) return { kind: "time", name: bare[0], valueAt: bare[0].length + 1 };
  const printed = whole ? text : text.slice(0, colon);
  if (printed.length > 100) return null;
  const name = printed
    .trim()
    .replace(/[.:]+$/u, "")
    .replace(/\s*\([^)]*\)$/u, "");
  if (name.length > 60 || name === "") return null;
  const key = fold(name);
  const found = kinds.find(({ find }) => find.test(key));
  if (found === undefined || (whole && found.kind === "other")) return null;
  const valueAt = whole ? text.length : colon + 1 + (/^\s*/u.exec(text.slice(colon + 1))?.[0].length ?? 0);
  return { kind: found.kind, name, valueAt };
}
