import { AlignmentType, Document, LevelFormat, Packer, Paragraph, TextRun } from "docx";
import { renderOfficial, type OfficialDraft } from "../../src/modules/documents/index.ts";

/**
 * A plan as the province's Front of the demo would issue it in November 2026: every kind of item, one addressee that no
 * directory knows, one duty without a day. Everything in it is invented.
 */
export const winterPlan: OfficialDraft = {
  form: "front",
  issuer: {
    superior: ["Ủy ban MTTQ Việt Nam", "Tỉnh Tân Giang"],
    name: ["Ban Thường trực"],
    called: "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Tân Giang",
  },
  number: { value: 61, type: "KH", issuer: "MTTQ-BTT" },
  place: "Tân Giang",
  date: { year: 2026, month: 11, day: 10 },
  type: "Kế hoạch",
  subject: "Tổ chức đợt cao điểm “Dân vận khéo” chung sức làm đẹp khu dân cư đón Tết, từ tháng 11 năm 2026 đến tháng 3 năm 2027",
  bases: [
    "Thực hiện Kế hoạch số 30-KH/TU, ngày 05/9/2026 của Ban Thường vụ Tỉnh ủy Tân Giang về công tác dân vận những tháng cuối năm 2026",
  ],
  body: [
    { kind: "clause", level: 1, text: "Mục đích, yêu cầu" },
    {
      kind: "clause",
      level: 2,
      text: "Vận động Nhân dân chung tay giữ gìn vệ sinh, chăm lo hộ khó khăn trước Tết; tránh phô trương, hình thức.",
    },
    { kind: "clause", level: 1, text: "Chỉ tiêu" },
    { kind: "clause", level: 2, text: "100% xã, phường xây dựng kế hoạch thực hiện đợt cao điểm trước ngày 05/12/2026." },
    {
      kind: "clause",
      level: 2,
      text: "Ủy ban MTTQ Việt Nam mỗi xã, phường vận động ít nhất 02 công trình “Dân vận khéo” trước ngày 31/01/2027.",
    },
    { kind: "clause", level: 1, text: "Nhiệm vụ và giải pháp" },
    {
      kind: "clause",
      level: 2,
      text: "Ủy ban MTTQ Việt Nam các xã, phường rà soát, lập danh sách tuyến đường, công trình cần chỉnh trang, gửi về Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh (qua Ban Phong trào) trước ngày 12/12/2026.",
    },
    {
      kind: "clause",
      level: 2,
      text: "Đề nghị Ủy ban nhân dân các xã, phường bố trí kinh phí, phương tiện phục vụ đợt cao điểm, hoàn thành trước ngày 20/12/2026.",
    },
    {
      kind: "clause",
      level: 2,
      text: "Ban Phong trào Ủy ban MTTQ Việt Nam tỉnh chủ trì, phối hợp với Ban Tuyên giáo Ủy ban MTTQ Việt Nam tỉnh hướng dẫn nội dung, xong trước ngày 25/11/2026.",
    },
    { kind: "clause", level: 2, text: "Câu lạc bộ Hưu trí tỉnh phối hợp tuyên truyền, vận động hội viên nêu gương." },
    { kind: "clause", level: 1, text: "Tổ chức thực hiện" },
    {
      kind: "clause",
      level: 2,
      text: "Ủy ban MTTQ Việt Nam các xã, phường báo cáo kết quả về Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh (qua Ban Phong trào) trước ngày 15/02/2027.",
    },
    { kind: "clause", level: 2, text: "Văn phòng Ủy ban MTTQ Việt Nam tỉnh theo dõi, đôn đốc việc thực hiện Kế hoạch này." },
  ],
  recipients: ["Thường trực Tỉnh ủy (để báo cáo)", "Ủy ban MTTQ Việt Nam các xã, phường", "Các ban, Văn phòng cơ quan"],
  archive: "VT, BPT",
  signature: { collective: "Ban Thường trực", title: "Phó Chủ tịch", name: "Trần Quốc Vinh" },
};

/** As the office's own template writes it: labels are text. */
export const officialPlan = (): Promise<Uint8Array> => renderOfficial(winterPlan);

/** As people type it in Word: labels are Word's own numbering, and stand nowhere in the text. */
export async function numberedPlan(number = "62/KH-MTTQ-BTT"): Promise<Uint8Array> {
  const line = (text: string, bold = false) => new Paragraph({ children: [new TextRun({ text, bold })] });
  const levels = [
    { level: 0, format: LevelFormat.UPPER_ROMAN, text: "%1.", alignment: AlignmentType.START },
    { level: 1, format: LevelFormat.DECIMAL, text: "%2.", alignment: AlignmentType.START },
  ];
  // A text ends with "./.", typed by hand or set by the template.
  const last = winterPlan.body.at(-1);
  const ended = (text: string) => (last?.kind === "clause" && text === last.text ? `${text}/.` : text);
  const body = winterPlan.body.flatMap((block) =>
    block.kind === "clause"
      ? [
          new Paragraph({
            numbering: { reference: "clauses", level: block.level - 1 },
            children: [new TextRun({ text: block.level === 1 ? block.text.toUpperCase() : ended(block.text), bold: block.level === 1 })],
          }),
        ]
      : [],
  );
  const document = new Document({
    numbering: { config: [{ reference: "clauses", levels }] },
    sections: [
      {
        children: [
          line("ỦY BAN MTTQ VIỆT NAM"),
          line("TỈNH TÂN GIANG"),
          line("BAN THƯỜNG TRỰC", true),
          line(`Số: ${number}`),
          line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", true),
          line("Độc lập - Tự do - Hạnh phúc", true),
          line("Tân Giang, ngày 12 tháng 11 năm 2026"),
          line("KẾ HOẠCH", true),
          line(winterPlan.subject),
          line(`${winterPlan.bases?.[0]}, Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh xây dựng Kế hoạch như sau:`),
          ...body,
          line("Nơi nhận:"),
          ...(winterPlan.recipients ?? []).map((recipient) => line(`- ${recipient};`)),
          line("TM. BAN THƯỜNG TRỰC"),
          line("PHÓ CHỦ TỊCH"),
          line("Trần Quốc Vinh"),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
