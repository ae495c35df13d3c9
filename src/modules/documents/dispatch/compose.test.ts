import { describe, expect, test } from "vitest";
import { officialLines } from "./compose.ts";
import { type Block, numbered, type OfficialDraft, pointLetter } from "./official.ts";

/** The plan of the Front of xã Bình Lâm, signed by Y Mai. */
const plan: OfficialDraft = {
  form: "front",
  issuer: {
    superior: ["Ủy ban MTTQ Việt Nam", "xã Bình Lâm"],
    name: ["Ban Thường trực"],
    called: "Ban Thường trực Ủy ban MTTQ Việt Nam xã Bình Lâm",
  },
  number: { value: 5, type: "KH", issuer: "MTTQ-BTT" },
  place: "Bình Lâm",
  date: { year: 2026, month: 1, day: 5 },
  type: "Kế hoạch",
  subject: "tổ chức Ngày hội Đại đoàn kết toàn dân tộc năm 2026",
  body: [
    { kind: "clause", level: 1, text: "Mục đích" },
    { kind: "clause", level: 2, text: "Tổ chức ở mọi khu dân cư." },
  ],
  recipients: ["Đảng ủy xã (báo cáo)", "Ban Công tác Mặt trận các thôn"],
  archive: "VT, BTT",
  signature: { collective: "Ban Thường trực", title: "Chủ tịch", name: "Y Mai" },
};

describe("a subject of two lines", () => {
  test.each([
    ["Kết quả quý III", ["Kết quả quý III"]],
    [
      "Kết quả công tác Mặt trận quý III năm 2026, phương hướng, nhiệm vụ trọng tâm quý IV năm 2026",
      ["Kết quả công tác Mặt trận quý III năm 2026,", "phương hướng, nhiệm vụ trọng tâm quý IV năm 2026"],
    ],
    ["Một\nhai", ["Một", "hai"]],
  ])("%s", (text, lines) => expect(officialLines({ ...plan, subject: text }).filter((line) => lines.includes(line))).toEqual(lines));
  test("in an official letter it is one", () => {
    expect(officialLines({ ...plan, type: null, subject: "Đôn đốc\nbáo cáo" })).toContain("V/v đôn đốc báo cáo");
  });
});

describe("the three forms", () => {
  test("Front", () => {
    expect(officialLines(plan)).toEqual([
      "ỦY BAN MTTQ VIỆT NAM",
      "XÃ BÌNH LÂM",
      "BAN THƯỜNG TRỰC",
      "",
      "Số: 05/KH-MTTQ-BTT",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "",
      "Bình Lâm, ngày 05 tháng 01 năm 2026",
      "KẾ HOẠCH",
      "Tổ chức Ngày hội Đại đoàn kết toàn dân tộc năm 2026",
      "",
      "I. MỤC ĐÍCH",
      "1. Tổ chức ở mọi khu dân cư./.",
      "Nơi nhận:",
      "- Đảng ủy xã (báo cáo);",
      "- Ban Công tác Mặt trận các thôn;",
      "- Lưu: VT, BTT.",
      "TM. BAN THƯỜNG TRỰC",
      "CHỦ TỊCH",
      "Y Mai",
    ]);
  });

  test("Party: no national title, star, dashes, commas, T/M", () => {
    const lines = officialLines({
      ...plan,
      form: "party",
      issuer: { superior: ["Đảng bộ tỉnh Tân Giang"], name: ["Đảng ủy xã Bình Lâm"] },
      number: { value: 127, type: "KH", issuer: "ĐU" },
      subject: "Về công tác dân vận",
      archive: "Văn phòng Đảng ủy",
      signature: { collective: "Ban Thường vụ", title: "Phó Bí thư", name: "Phạm Văn Tòng" },
    });
    expect(lines.slice(0, 10)).toEqual([
      "ĐẢNG BỘ TỈNH TÂN GIANG",
      "ĐẢNG ỦY XÃ BÌNH LÂM",
      "*",
      "Số 127-KH/ĐU",
      "ĐẢNG CỘNG SẢN VIỆT NAM",
      "",
      "Bình Lâm, ngày 05 tháng 01 năm 2026",
      "KẾ HOẠCH",
      "về công tác dân vận",
      "-----",
    ]);
    expect(lines.slice(-7)).toEqual([
      "Nơi nhận:",
      "- Đảng ủy xã (báo cáo),",
      "- Ban Công tác Mặt trận các thôn,",
      "- Lưu Văn phòng Đảng ủy.",
      "T/M BAN THƯỜNG VỤ",
      "PHÓ BÍ THƯ",
      "Phạm Văn Tòng",
    ]);
  });

  test("a letter of the State: subject under the number, no title, addressee once", () => {
    const lines = officialLines({
      ...plan,
      form: "state",
      issuer: { name: ["Ủy ban nhân dân", "xã Bình Lâm"] },
      number: { value: 12, type: null, issuer: "UBND-VX" },
      type: null,
      subject: "Phối hợp tổ chức Ngày hội",
      addressees: ["Ban Thường trực Ủy ban MTTQ Việt Nam xã"],
      recipients: [],
      signature: { collective: "Ủy ban nhân dân", deputyFor: "Chủ tịch", title: "Phó Chủ tịch" },
    });
    expect(lines).toContain("Số: 12/UBND-VX");
    expect(lines).toContain("V/v phối hợp tổ chức Ngày hội");
    expect(lines).toContain("Kính gửi: Ban Thường trực Ủy ban MTTQ Việt Nam xã.");
    expect(lines.slice(-7)).toEqual([
      "Nơi nhận:",
      "- Như trên;",
      "- Lưu: VT, BTT.",
      "TM. ỦY BAN NHÂN DÂN",
      "KT. CHỦ TỊCH",
      "PHÓ CHỦ TỊCH",
      "",
    ]);
  });

  test("grounds end with semicolons and a full stop, several addressees stand below each other", () => {
    const lines = officialLines({
      ...plan,
      type: "Tờ trình",
      bases: ["Căn cứ Luật A;", "Căn cứ Luật B"],
      addressees: ["Ủy ban nhân dân xã", "Đảng ủy xã"],
    });
    expect(lines).toContain("Căn cứ Luật A;");
    expect(lines).toContain("Căn cứ Luật B.");
    expect(lines.slice(lines.indexOf("Kính gửi:"))).toEqual(expect.arrayContaining(["- Ủy ban nhân dân xã;", "- Đảng ủy xã."]));
  });
});

test.each<[number: OfficialDraft["number"], date: OfficialDraft["date"], form: OfficialDraft["form"], shown: string[]]>([
  [
    { value: null, type: "KH", issuer: "UBND" },
    { year: 2026, month: 11, day: null },
    "state",
    ["Số:       /KH-UBND", "Bình Lâm, ngày      tháng 11 năm 2026"],
  ],
  [
    { value: null, type: "KH", issuer: "ĐU" },
    { year: 2026, month: null, day: null },
    "party",
    ["Số       -KH/ĐU", "Bình Lâm, ngày      tháng      năm 2026"],
  ],
  [
    { value: 130, type: "BC", issuer: "MTTQ-BTT" },
    { year: 2026, month: 6, day: 29 },
    "front",
    ["Số: 130/BC-MTTQ-BTT", "Bình Lâm, ngày 29 tháng 6 năm 2026"],
  ],
  [
    { value: 7, type: null, issuer: "ĐU" },
    { year: 2026, month: 2, day: null },
    "party",
    ["Số 07-CV/ĐU", "Bình Lâm, ngày      tháng 02 năm 2026"],
  ],
])("number and day %j %j", (number, date, form, shown) => {
  expect(officialLines({ ...plan, form, number, date })).toEqual(expect.arrayContaining(shown));
});

test("urgency, and an annex that says what it belongs to", () => {
  const lines = officialLines({
    ...plan,
    urgency: "HỎA TỐC",
    annexes: [{ label: "Phụ lục I", title: "Danh sách", body: [{ kind: "prose", text: "Không có." }] }],
  });
  expect(lines).toContain("HỎA TỐC");
  expect(lines.slice(-4)).toEqual([
    "Phụ lục I",
    "DANH SÁCH",
    "(Kèm theo Kế hoạch số 05/KH-MTTQ-BTT ngày 05 tháng 01 năm 2026 của Ban Thường trực Ủy ban MTTQ Việt Nam xã Bình Lâm)",
    "Không có.",
  ]);
});

describe("labels", () => {
  test("points are lettered in the Vietnamese alphabet", () => {
    expect(Array.from({ length: 24 }, (_, at) => pointLetter(at + 1)).join(" ")).toBe("a b c d đ e g h i k l m n o p q r s t u v x y aa");
  });

  test("each level begins again under the one above; a given label stays", () => {
    const at = (level: 1 | 2 | 3 | 4, label = ""): Block => ({ kind: "clause", level, label, text: "x", title: false, origin: null });
    const labels = numbered([at(1), at(2), at(3), at(3), at(4), at(2), at(3), at(1), at(2), at(2, "2a."), at(2)]).map((block) =>
      block.kind === "clause" ? block.label : "",
    );
    expect(labels).toEqual(["I.", "1.", "a)", "b)", "-", "2.", "a)", "II.", "1.", "2a.", "3."]);
  });
});

describe("a decision", () => {
  const decision: OfficialDraft = {
    ...plan,
    number: { value: 12, type: "QĐ", issuer: "MTTQ-BTT" },
    type: "Quyết định",
    bases: ["Căn cứ Điều lệ Mặt trận Tổ quốc Việt Nam", "Theo đề nghị của Ban Phong trào"],
    decides: "Ban Thường trực Ủy ban MTTQ Việt Nam xã Bình Lâm",
    body: [
      { kind: "article", text: "Công nhận 02 (hai) mô hình." },
      { kind: "article", text: "Quyết định có hiệu lực từ ngày ký" },
    ],
  };
  test("of State and Front names who decides above its bases", () => {
    const lines = officialLines(decision);
    expect(lines.slice(lines.indexOf("QUYẾT ĐỊNH"), lines.indexOf("Nơi nhận:"))).toEqual([
      "QUYẾT ĐỊNH",
      "Tổ chức Ngày hội Đại đoàn kết toàn dân tộc năm 2026",
      "",
      "BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM XÃ BÌNH LÂM",
      "Căn cứ Điều lệ Mặt trận Tổ quốc Việt Nam;",
      "Theo đề nghị của Ban Phong trào.",
      "QUYẾT ĐỊNH:",
      "Điều 1. Công nhận 02 (hai) mô hình.",
      "Điều 2. Quyết định có hiệu lực từ ngày ký./.",
    ]);
  });
  test("of the Party names who decides below them", () => {
    const lines = officialLines({ ...decision, form: "party", decides: "Ban Thường vụ Đảng ủy xã Bình Lâm" });
    expect(lines).toContain("- Theo đề nghị của Ban Phong trào.");
    expect(lines).toContain("BAN THƯỜNG VỤ ĐẢNG ỦY XÃ BÌNH LÂM QUYẾT ĐỊNH");
  });
});

describe("minutes", () => {
  test("are signed by who took them, at the left, and by the chair; receivers stand below", () => {
    const lines = officialLines({
      ...plan,
      type: "Biên bản",
      secretary: { title: "Thư ký", name: "Đỗ Quốc Bảo" },
      signature: { title: "Chủ tọa", name: "Lê Thị Hạnh" },
    });
    expect(lines.slice(lines.indexOf("THƯ KÝ"))).toEqual([
      "THƯ KÝ",
      "Đỗ Quốc Bảo",
      "Nơi nhận:",
      ...Array(3).fill(expect.any(String)),
      "CHỦ TỌA",
      "Lê Thị Hạnh",
      "",
    ]);
  });
});
