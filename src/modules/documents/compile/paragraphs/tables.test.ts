import { describe, expect, test } from "vitest";
import { compilePlan } from "../index.ts";

const signed =
  "KẾ HOẠCH\nDân vận\n\nI. NHIỆM VỤ\n1. Tuyên truyền sâu rộng.\nNơi nhận:\n- Lưu: VT.\nTM. BAN THƯỜNG VỤ\nBÍ THƯ\nLê Văn Tám\n";
const head = ["STT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"];
const rows = [
  ["1", "Tổ chức hội nghị đối thoại với Nhân dân", "Ban Thường trực", "Sở Nội vụ; Sở Tư pháp", "Quý II/2026"],
  ["2", "Kiểm tra các mô hình dân vận khéo", "Ban Dân vận", "Các đoàn thể", "Tháng 9/2026"],
  ["3", "Tổng kết phong trào thi đua", "Ban Thường trực", "", "Trước ngày 10/12/2026"],
];
const piped = (cells: readonly (readonly string[])[]): string => cells.map((row) => `| ${row.join(" | ")} |`).join("\n");
const flat = (gap: string): string => [head, ...rows].map((row) => row.filter(Boolean).join(gap)).join(gap);
const duties = (text: string): string[] =>
  compilePlan(text)
    .tasks.filter(({ section }) => section.startsWith("PL") || section.startsWith("II."))
    .map(({ lead, coordinate, due }) => [lead.join(" + "), coordinate.join(" + "), due.date].join(" | "));

describe("a table of duties, however it is printed", () => {
  test.each([
    ["with strokes", `${signed}PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\n${piped([head, ["---", "---", "---", "---", "---"], ...rows])}`],
    ["with tabs", `${signed}PHỤ LỤC I\nPHÂN CÔNG\n${[head, ...rows].map((row) => row.join("\t")).join("\n")}`],
    ["one cell a line", `${signed}PHỤ LỤC 01\nPHÂN CÔNG\n(Kèm theo Kế hoạch số 5-KH/ĐU)\n${flat("\n")}`],
    ["one cell a line, spaced", `${signed}PHỤ LỤC\n\n${flat("\n\n")}`],
    ["under a title of its own kind", `${signed}DANH MỤC NHIỆM VỤ NĂM 2026\n${piped([head, ...rows])}`],
    ["right under the signature", `${signed}${piped([head, ...rows])}`],
    ["without running numbers", `${signed}PHỤ LỤC\n${piped([head, ...rows].map((row) => row.slice(1)))}`],
    [
      "in groups",
      `${signed}PHỤ LỤC\n${piped([head, ["I", "Tuyên truyền", "", "", ""], ...rows.slice(0, 2), ["II", "Tổng kết", "", "", ""], ...rows.slice(2)])}`,
    ],
  ])("%s", (_, text) => {
    expect(duties(text)).toEqual([
      "Ban Thường trực | Sở Nội vụ + Sở Tư pháp | 2026-06-30",
      "Ban Dân vận | Các đoàn thể | 2026-09-30",
      "Ban Thường trực |  | 2026-12-10",
    ]);
  });

  test("columns in another order, with an empty last one", () => {
    const text = `${signed}PHỤ LỤC\n${piped([
      ["TT", "Thời gian", "Nội dung", "Đơn vị thực hiện", "Ghi chú"],
      ["1", "Tháng 3 năm 2026", "Tổ chức hội nghị", "Sở Nội vụ", ""],
    ])}`;
    expect(compilePlan(text).tasks.at(-1)).toMatchObject({ quote: "Tổ chức hội nghị", lead: ["Sở Nội vụ"], due: { date: "2026-03-31" } });
  });

  test("headings in two rows", () => {
    const text = `${signed}PHỤ LỤC\n${piped([
      ["STT", "Nội dung", "Đơn vị", "", "Thời gian"],
      ["", "", "Chủ trì", "Phối hợp", ""],
      ["1", "Tổ chức hội nghị", "Sở Nội vụ", "Sở Tư pháp", "Tháng 3 năm 2026"],
    ])}`;
    expect(duties(text)).toEqual(["Sở Nội vụ | Sở Tư pháp | 2026-03-31"]);
  });

  test("a table of figures gives no duties", () => {
    const text = `${signed}PHỤ LỤC\n${piped([
      ["TT", "Xã", "Số người", "Số mô hình"],
      ["1", "Bình Lâm", "30", "5"],
    ])}`;
    expect(duties(text)).toEqual([]);
  });
});
