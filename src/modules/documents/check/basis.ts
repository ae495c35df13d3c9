import type { Text } from "../../../kernel/language.ts";
import type { Form } from "./parts.ts";

/**
 * The rules that findings stand on. Where an office's own rule differs (the Front has had its guide of 2013 on the State's
 * form; a newer one is not known), only this file changes.
 */
const state = (part: string, partEn: string): Text => ({
  vi: `Nghị định 30/2020/NĐ-CP, Phụ lục I, ${part}`,
  en: `Decree 30/2020/NĐ-CP, annex I, ${partEn}`,
});

const party: Text = {
  vi: "Hướng dẫn 36-HD/VPTW ngày 03/4/2018 của Văn phòng Trung ương Đảng về thể thức văn bản của Đảng",
  en: "Guide 36-HD/VPTW of 3 April 2018 of the Party's Central Office on the form of Party documents",
};

/** One part of the form: under the Party's guide for its documents, under the decree for the others (the Front applies it). */
const form =
  (part: string, partEn: string) =>
  (by: Form | null): Text =>
    by === "party"
      ? party
      : by === "front"
        ? {
            vi: `${state(part, partEn).vi} (Mặt trận vận dụng; Hướng dẫn 91/HD-MTTW-BTT)`,
            en: `${state(part, partEn).en} (applied by the Front; guide 91/HD-MTTW-BTT)`,
          }
        : state(part, partEn);

export const basis = {
  number: form("phần số, ký hiệu của văn bản", "number and symbol"),
  date: form("phần địa danh và thời gian ban hành", "place and date"),
  issuer: form("phần tên cơ quan, tổ chức ban hành", "name of the issuer"),
  subject: form("phần tên loại và trích yếu nội dung", "type and subject"),
  content: form("phần nội dung văn bản (căn cứ, bố cục, viện dẫn)", "content (bases, order, citations)"),
  signature: form("phần chức vụ, họ tên và chữ ký", "office, name and signature of the signer"),
  recipients: form("phần nơi nhận", "recipients"),
  abbreviations: {
    vi: "Nghị định 30/2020/NĐ-CP, Phụ lục III (chữ viết tắt tên loại văn bản); văn bản của Đảng: Hướng dẫn 36-HD/VPTW",
    en: "Decree 30/2020/NĐ-CP, annex III (abbreviations of document types); Party documents: guide 36-HD/VPTW",
  },
  capitals: {
    vi: "Nghị định 30/2020/NĐ-CP, Phụ lục II (viết hoa trong văn bản hành chính)",
    en: "Decree 30/2020/NĐ-CP, annex II (capital letters)",
  },
  spelling: {
    vi: "Chính tả tiếng Việt; một văn bản dùng thống nhất một cách viết",
    en: "Vietnamese spelling; one text keeps to one way of writing",
  },
  within: { vi: "Đối chiếu trong chính văn bản", en: "Compared within the text itself" },
  calendar: { vi: "Lịch dương", en: "The calendar" },
  register: { vi: "Đối chiếu với sổ văn bản của đơn vị", en: "Compared with the office's register of documents" },
  parent: { vi: "Đối chiếu với văn bản cấp trên mà văn bản này thực hiện", en: "Compared with the document that this one carries out" },
  assigning: {
    vi: "Thói quen soạn kế hoạch: mỗi việc cần rõ ai làm, khi nào xong, kết quả gì",
    en: "Practice of planning: every task says who does it, by when and what comes of it",
  },
  units: { vi: "Danh mục đơn vị của hệ thống theo ngày của văn bản", en: "The directory of units on the document's day" },
} satisfies Record<string, Text | ((by: Form | null) => Text)>;
