import { describe, expect, test } from "vitest";
import { readBlanks } from "./outline-blanks.ts";
import { readOutline } from "./outline.ts";
import { tablesOfText } from "./outline-tables.ts";

const read = (text: string) => {
  const lines = text.trim().split("\n");
  return readOutline({ lines, tables: tablesOfText(lines) });
};

const row = (label: string, unit: string, kind: string) => ({ label, unit, kind });

describe("a sentence asks for as many figures as it has blanks", () => {
  test.each<[sentence: string, rows: ReturnType<typeof row>[]]>([
    [
      "Tổ chức … buổi sinh hoạt tuyên truyền với … lượt người tham dự.",
      [row("Buổi sinh hoạt tuyên truyền", "buổi", "count"), row("Lượt người tham dự (buổi sinh hoạt tuyên truyền)", "lượt người", "count")],
    ],
    [
      'Quỹ "Vì người nghèo": vận động được ... triệu đồng, chăm lo ... suất quà và sửa chữa ... căn nhà Đại đoàn kết.',
      [
        row('Quỹ "Vì người nghèo": vận động', "triệu đồng", "money"),
        row('Quỹ "Vì người nghèo": số suất quà chăm lo', "suất quà", "count"),
        row('Quỹ "Vì người nghèo": sửa chữa căn nhà Đại đoàn kết', "căn nhà", "count"),
      ],
    ],
    ["Giám sát: ..... cuộc", [row("Giám sát: số cuộc", "cuộc", "count")]],
    ["Tổng số cuộc giám sát: ………", [row("Tổng số cuộc giám sát", "cuộc", "count")]],
    [
      "Chủ trì giám sát [...] cuộc; phản biện [ ] dự thảo; tham gia góp ý ____ văn bản.",
      [
        row("Số cuộc chủ trì giám sát", "cuộc", "count"),
        row("Số dự thảo phản biện", "dự thảo", "count"),
        row("Số văn bản tham gia góp ý", "văn bản", "count"),
      ],
    ],
    ["Đạt ...% hộ gia đình văn hóa.", [row("Tỷ lệ hộ gia đình văn hóa", "%", "ratio")]],
    ["Hòa giải thành ....../...... vụ (đạt ......%).", [row("Tỷ lệ hòa giải thành", "%", "ratio")]],
    ["Số tiền vận động (triệu đồng): ......", [row("Số tiền vận động (triệu đồng)", "triệu đồng", "money")]],
    [
      "Vận động ______ triệu đồng hỗ trợ cho ______ hộ nghèo; hiện có ____ đoàn viên",
      [
        row("Vận động", "triệu đồng", "money"),
        row("Số hộ nghèo hỗ trợ", "hộ nghèo", "count"),
        row("Số đoàn viên hiện có", "đoàn viên", "stock"),
      ],
    ],
    [
      "Ban Thanh tra nhân dân tiến hành ... cuộc giám sát công trình.",
      [row("Cuộc giám sát công trình (Ban Thanh tra nhân dân)", "cuộc", "count")],
    ],
  ])("%s", (sentence, rows) => {
    expect(readBlanks(sentence, 1).map(({ label, unit, valueKind }) => row(label, unit, valueKind))).toEqual(rows);
  });

  test.each([
    "Công tác tuyên truyền, vận động…",
    "Ngày … tháng … năm 2026",
    "Số: …/BC-MTTQ-BTT",
    "Khó khăn, vướng mắc: ………",
    "Các mô hình (tự quản, hòa giải, …) trên địa bàn",
    "Địa chỉ: ..........",
    "Không có chỗ trống nào.",
  ])("asks for none: %s", (sentence) => {
    expect(readBlanks(sentence, 1)).toEqual([]);
  });

  test("each figure says where it stands and in which words", () => {
    const line = "- Tổ chức … lớp tập huấn.";
    const [found] = readBlanks(line, 7, 2);
    expect(found?.span).toEqual({ line: 7, start: line.indexOf("…"), end: line.indexOf("…") + 1 });
    expect(found?.quote).toBe("Tổ chức … lớp tập huấn.");
  });
});

describe("an outline becomes the sections of a form", () => {
  const outline = `
ĐỀ CƯƠNG BÁO CÁO
Kết quả công tác Mặt trận 6 tháng đầu năm 2026

I. TÌNH HÌNH NHÂN DÂN
- Tư tưởng, tâm trạng các tầng lớp Nhân dân.
II. KẾT QUẢ THỰC HIỆN
1. Tuyên truyền, vận động:
- Tổ chức … buổi, … lượt người tham dự.
2. Giám sát, phản biện xã hội
a) Giám sát: ..... cuộc
b) Phản biện: ..... hội nghị
III. ĐÁNH GIÁ CHUNG
1. Ưu điểm:
2. Hạn chế, nguyên nhân:
IV. NHIỆM VỤ TRỌNG TÂM
1. [Nhiệm vụ 1]
2. [Nhiệm vụ 2]

Nơi nhận:
- Như trên;
- Lưu: VT, … bản.
TM. BAN THƯỜNG TRỰC`;

  test("headings are places to write, a heading over headings is only a title", () => {
    expect(read(outline).map(({ number, heading, narrative }) => `${number} ${heading}${narrative ? " ✎" : ""}`)).toEqual([
      "I TÌNH HÌNH NHÂN DÂN ✎",
      "II KẾT QUẢ THỰC HIỆN",
      "II.1 Tuyên truyền, vận động ✎",
      "II.2 Giám sát, phản biện xã hội ✎",
      "III ĐÁNH GIÁ CHUNG",
      "III.1 Ưu điểm ✎",
      "III.2 Hạn chế, nguyên nhân ✎",
      "IV NHIỆM VỤ TRỌNG TÂM ✎",
    ]);
  });

  test("figures stand under their heading, and a label that says too little takes its words", () => {
    const figures = read(outline).filter(({ rows }) => rows.length > 0);
    expect(figures.map(({ number, rows }) => [number, rows.map(({ label }) => label)])).toEqual([
      ["II.1", ["Số buổi (Tuyên truyền, vận động)", "Lượt người tham dự (Tuyên truyền, vận động)"]],
      ["II.2", ["Giám sát: số cuộc", "Phản biện: số hội nghị"]],
    ]);
  });

  test("what the superior wants to read is kept, places to fill in are no headings", () => {
    const sections = read(outline);
    expect(sections[0]?.guidance).toBe("- Tư tưởng, tâm trạng các tầng lớp Nhân dân.");
    expect(sections.at(-1)?.guidance).toBe("1. [Nhiệm vụ 1]\n2. [Nhiệm vụ 2]");
  });

  test("Arabic numbers and dashes alone", () => {
    const sections = read("1. Công tác tuyên truyền\n- Số buổi: ...\n1.1. Ở khu dân cư\n+ Tổ chức ... buổi họp dân\n2. Kiến nghị, đề xuất");
    expect(sections.map(({ number, rows }) => [number, rows.map(({ label }) => label)])).toEqual([
      ["1", ["Số buổi (Công tác tuyên truyền)"]],
      ["1.1", ["Buổi họp dân"]],
      ["2", []],
    ]);
  });

  test("sentences without any heading are one section", () => {
    const sections = read("Tổ chức ... cuộc giám sát.\nTặng ... suất quà.");
    expect(sections).toHaveLength(1);
    expect(sections[0]?.rows.map(({ label }) => label)).toEqual(["Cuộc giám sát", "Số suất quà tặng"]);
  });

  test("when and where to send is no section", () => {
    expect(read("1. Kết quả giám sát\n2. Báo cáo gửi về Ban Thường trực trước ngày 15/6/2026").map(({ heading }) => heading)).toEqual([
      "Kết quả giám sát",
    ]);
  });

  test.each(["", "…", "\t\t\n\t\t", "I.\nII.\n", "|||\n|||", "....\n____", "A".repeat(5000)])("odd text is survived (%#)", (text) => {
    expect(() => read(text)).not.toThrow();
  });
});

describe("tables", () => {
  test("a row per figure: groups by Roman numbers, units from their column, finer rows with their heading", () => {
    const sections = read(`
BIỂU TỔNG HỢP KẾT QUẢ
STT\tNội dung\tĐVT\tKết quả\tGhi chú
I\tTuyên truyền
1\tSố buổi tuyên truyền\tBuổi
\tSố lượt người tham dự\tLượt người
II\tGiám sát, phản biện
1\tSố cuộc giám sát\tCuộc
\tTrong đó: chủ trì\tCuộc
2\tTỷ lệ kiến nghị được tiếp thu\t%`);
    expect(
      sections.flatMap(({ number, heading, rows }) => rows.map(({ label, unit, valueKind }) => [number, heading, label, unit, valueKind])),
    ).toEqual([
      ["I", "Tuyên truyền", "Số buổi tuyên truyền", "buổi", "count"],
      ["I", "Tuyên truyền", "Số buổi tuyên truyền: số lượt người tham dự", "lượt người", "count"],
      ["II", "Giám sát, phản biện", "Số cuộc giám sát", "cuộc", "count"],
      ["II", "Giám sát, phản biện", "Số cuộc giám sát: chủ trì", "cuộc", "count"],
      ["II", "Giám sát, phản biện", "Tỷ lệ kiến nghị được tiếp thu", "%", "ratio"],
    ]);
  });

  test("an annex with a column per figure, and one that lists things by name", () => {
    const sections = read(`
I. Kết quả
Phụ lục 1. Kết quả theo khu dân cư
Khu dân cư | Số cuộc họp | Số lượt người dự | Ghi chú
 | | |
Phụ lục 2. Danh sách mô hình
STT | Tên mô hình | Địa chỉ | Lĩnh vực
1 | | |`);
    expect(sections.map(({ heading, rows, guidance }) => [heading, rows.map(({ label }) => label), guidance])).toEqual([
      ["Kết quả", [], ""],
      ["Kết quả theo khu dân cư", ["Số cuộc họp", "Số lượt người dự"], ""],
      ["Danh sách mô hình", [], "Danh sách: Tên mô hình; Địa chỉ; Lĩnh vực"],
    ]);
  });
});
