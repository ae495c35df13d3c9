import type { PeriodKind } from "../../../kernel/time/period.ts";
import type { OfficialForm } from "../../documents/dispatch/official.ts";
import { BlockContent, type BlockDraft } from "../blocks.ts";
import type { ReportKind } from "../shapes.ts";

/**
 * Outlines that come with Khéo. Data: a unit copies one and makes it its own. `{period}`, `{next}`, `{called}` and `{title}`
 * are put in words when a report begins; figures stand as tokens. Nothing here judges: what went well and what did not is
 * for the editor to write.
 */
export type BuiltIn = {
  id: string;
  title: string;
  kind: ReportKind;
  form: OfficialForm | null;
  periods: PeriodKind[];
  subject: string;
  blocks: BlockContent[];
};

const part = (text: string): BlockDraft => ({ kind: "heading", level: 1, text });
const section = (text: string): BlockDraft => ({ kind: "heading", level: 2, text });
const says = (text: string): BlockDraft => ({ kind: "sentence", text, dash: true });
const opening = (text: string): BlockDraft => ({ kind: "sentence", text });
const told = (guidance: string, kinds: string[] = []): BlockDraft => ({ kind: "narrative", guidance, gathers: { kinds } });
const closing = opening("Trên đây là {title} của {called}.");

const front: BlockDraft[] = [
  opening("{called} báo cáo kết quả công tác Mặt trận {period} như sau:"),
  part("Tình hình các tầng lớp Nhân dân và khối đại đoàn kết toàn dân tộc"),
  told("Tình hình tư tưởng, đời sống Nhân dân; vấn đề Nhân dân quan tâm; việc nổi lên ở địa bàn."),
  part("Kết quả thực hiện nhiệm vụ"),
  section("Tuyên truyền, vận động, tập hợp các tầng lớp Nhân dân, củng cố khối đại đoàn kết toàn dân tộc"),
  says("Tổ chức {{I014}} quán triệt, học tập nghị quyết, văn bản{{I014|compare}}; có {{I015}} tham dự."),
  says("Tổ chức {{I016}} tập huấn cho {{I017}}."),
  says("Thăm, chúc mừng chức sắc, chức việc tôn giáo {{I087}}."),
  told("Cách làm, kết quả đáng chú ý về tuyên truyền, vận động; Ngày hội Đại đoàn kết toàn dân tộc.", ["propaganda", "unity-day", "visit"]),
  section("Các cuộc vận động, phong trào thi đua; phong trào thi đua “Dân vận khéo”; an sinh xã hội"),
  says("Đăng ký mới {{I001}} “Dân vận khéo”{{I001|compare}}; duy trì {{I002}}; công nhận {{I003}}; nhân rộng {{I004}}."),
  says("Quỹ “Vì người nghèo” các cấp vận động được {{I058}}{{I058|compare}}."),
  says("Xây mới {{I061}} Đại đoàn kết; sửa chữa {{I062}}; tổng kinh phí {{I063}}."),
  says("Trao {{I064}} quà; trị giá quà tặng {{I065}}{{I065|change}}."),
  says("Nhân dân hiến {{I067}} đất; góp {{I068}}; đóng góp {{I069}} xây dựng nông thôn mới, đô thị văn minh."),
  told("Mô hình, việc làm cụ thể trong các cuộc vận động, phong trào thi đua.", [
    "campaign-work",
    "model-launch",
    "charity-house",
    "gift-giving",
    "relief",
  ]),
  section(
    "Dân chủ, đại diện, bảo vệ quyền và lợi ích hợp pháp, chính đáng của Nhân dân; giám sát, phản biện xã hội; tham gia xây dựng Đảng, chính quyền",
  ),
  says("Chủ trì và phối hợp tổ chức {{I039}} giám sát{{I039|compare}}; nêu {{I042}} sau giám sát; tỷ lệ kiến nghị được tiếp thu {{I043}}."),
  says("Tổ chức {{I040}} phản biện xã hội{{I040|compare}}; góp ý, phản biện {{I041}} dự thảo."),
  says("Phối hợp tổ chức {{I024}} đối thoại giữa người đứng đầu cấp ủy, chính quyền với Nhân dân{{I024|compare}}; tiếp nhận {{I025}}."),
  says("Phối hợp tổ chức {{I036}} tiếp xúc cử tri; tổng hợp {{I037}} của cử tri."),
  says("Ban Thanh tra nhân dân thực hiện {{I046}} giám sát; Ban Giám sát đầu tư của cộng đồng thực hiện {{I047}} giám sát{{I047|change}}."),
  says("Tổ hòa giải hòa giải thành {{I056}} số vụ việc đã thụ lý."),
  told("Nội dung giám sát, phản biện, đối thoại; kiến nghị nổi bật và kết quả giải quyết.", [
    "supervision",
    "social-criticism",
    "dialogue",
    "voter-meeting",
    "reception-day",
  ]),
  section("Củng cố tổ chức, đổi mới nội dung, phương thức hoạt động của Mặt trận"),
  says("Hiện có {{I084|number}} Ban Công tác Mặt trận ở khu dân cư; {{I089|number}} cán bộ chuyên trách công tác Mặt trận, đoàn thể."),
  told("Kiện toàn tổ chức, hội nghị, giao ban, kiểm tra.", ["conference", "briefing", "inspection", "review", "training"]),
  part("Đánh giá chung"),
  section("Ưu điểm"),
  told("Do đơn vị tự đánh giá."),
  section("Hạn chế, nguyên nhân"),
  told("Do đơn vị tự đánh giá."),
  part("Nhiệm vụ trọng tâm {next}"),
  told("Mỗi nhiệm vụ một dòng."),
  closing,
];

const party: BlockDraft[] = [
  opening("{called} báo cáo kết quả công tác dân vận {period} như sau:"),
  part("Tình hình Nhân dân"),
  told("Tình hình tư tưởng, đời sống Nhân dân; vấn đề nổi lên ở địa bàn."),
  part("Kết quả công tác dân vận"),
  section("Công tác lãnh đạo, chỉ đạo"),
  says("Ban hành {{I013}} lãnh đạo, chỉ đạo công tác dân vận{{I013|compare}}; tổ chức {{I014}} quán triệt, học tập; có {{I015}} tham dự."),
  says("Kiểm tra công tác dân vận {{I018}}; cấp ủy làm việc với Mặt trận Tổ quốc và các tổ chức chính trị - xã hội {{I020}}."),
  told("Việc triển khai chỉ thị, nghị quyết, kế hoạch của cấp trên.", ["document-study", "inspection", "briefing"]),
  section("Công tác dân vận của chính quyền"),
  says("Người đứng đầu cấp ủy, chính quyền đối thoại với Nhân dân {{I024}}{{I024|compare}}; tiếp công dân {{I027}}, {{I028}}."),
  says("Tiếp nhận {{I031}}; tỷ lệ giải quyết đạt {{I034}}."),
  told("Cải cách hành chính, thực hiện dân chủ ở cơ sở, giải quyết kiến nghị của Nhân dân.", [
    "dialogue",
    "reception-day",
    "meeting-people",
  ]),
  section("Hoạt động của Mặt trận Tổ quốc và các tổ chức chính trị - xã hội"),
  says("Tổ chức {{I039}} giám sát{{I039|compare}}; tổ chức {{I040}} phản biện xã hội{{I040|compare}}."),
  says("Kết nạp mới {{I080|number}} đoàn viên, hội viên; giới thiệu {{I082|number}} đoàn viên, hội viên ưu tú cho Đảng xem xét, kết nạp."),
  told("Kết quả nổi bật của từng tổ chức.", ["supervision", "social-criticism", "campaign-work", "gift-giving"]),
  section("Phong trào thi đua “Dân vận khéo”"),
  says("Đăng ký mới {{I001}}{{I001|compare}}; duy trì {{I002}}; công nhận {{I003}}; nhân rộng {{I004}}."),
  told("Mô hình, điển hình tiêu biểu.", ["model-launch"]),
  part("Đánh giá chung"),
  section("Ưu điểm"),
  told("Do đơn vị tự đánh giá."),
  section("Hạn chế, nguyên nhân"),
  told("Do đơn vị tự đánh giá."),
  part("Nhiệm vụ trọng tâm {next}"),
  told("Mỗi nhiệm vụ một dòng."),
  closing,
];

const state: BlockDraft[] = [
  opening("{called} báo cáo kết quả công tác dân vận của chính quyền và thực hiện dân chủ ở cơ sở {period} như sau:"),
  part("Công tác lãnh đạo, chỉ đạo"),
  says("Ban hành {{I013}} chỉ đạo{{I013|compare}}; tổ chức {{I014}} quán triệt, học tập; có {{I015}} tham dự."),
  told("Văn bản, kế hoạch đã ban hành và việc triển khai.", ["document-study", "inspection"]),
  part("Kết quả thực hiện"),
  section("Công tác dân vận của chính quyền"),
  says("Tổ chức {{I024}} đối thoại với Nhân dân{{I024|compare}}; ghi nhận {{I025}}; tỷ lệ được trả lời đạt {{I026}}."),
  says("Tiếp công dân {{I027}}; có {{I028}} tiếp{{I028|change}}; tiếp nhận {{I031}}; tỷ lệ giải quyết đạt {{I034}}."),
  told("Cải cách hành chính, tiếp công dân, giải quyết đơn thư.", ["dialogue", "reception-day"]),
  section("Thực hiện dân chủ ở cơ sở"),
  says("Công khai đúng hạn {{I051}} nội dung; Nhân dân bàn, quyết định tại {{I052}} họp."),
  says("Tổ hòa giải thụ lý {{I055}}; hòa giải thành {{I056}}."),
  told("Việc công khai, lấy ý kiến, giám sát của Nhân dân.", ["meeting-people", "mediation"]),
  section("Phong trào thi đua “Dân vận khéo”"),
  says("Đăng ký mới {{I001}}{{I001|compare}}; duy trì {{I002}}; công nhận {{I003}}."),
  told("Mô hình tiêu biểu.", ["model-launch"]),
  part("Đánh giá chung"),
  told("Ưu điểm; hạn chế, nguyên nhân: do đơn vị tự đánh giá."),
  part("Nhiệm vụ trọng tâm {next}"),
  told("Mỗi nhiệm vụ một dòng."),
  closing,
];

const yearEnd: BlockDraft = {
  kind: "annex",
  title: "Kết quả theo từng đơn vị",
  columns: ["I001", "I024", "I039", "I040", "I058", "I061", "I064", "I065"].map((ref) => ({ ref })),
};

const read = (blocks: BlockDraft[]): BlockContent[] => blocks.map((block) => BlockContent.parse(block));

const body = (guidance: string): BlockDraft[] => [{ kind: "narrative", guidance }];

/** Short and long: a week's or month's report is the same outline without the annex. */
const reportsOf = (form: OfficialForm, name: string, subject: string, blocks: BlockDraft[]): BuiltIn[] => [
  {
    id: `${form}-report`,
    title: `${name} (tháng, quý)`,
    kind: "report",
    form,
    periods: ["week", "month", "quarter", "ad-hoc"],
    subject,
    blocks: read(blocks),
  },
  {
    id: `${form}-report-long`,
    title: `${name} (6 tháng, 9 tháng, năm)`,
    kind: "report",
    form,
    periods: ["half", "nine-month", "year"],
    subject,
    blocks: read([...blocks, yearEnd]),
  },
];

export const builtIns: readonly BuiltIn[] = [
  ...reportsOf("front", "Báo cáo công tác Mặt trận", "Kết quả công tác Mặt trận {period},\nphương hướng, nhiệm vụ trọng tâm {next}", front),
  ...reportsOf("party", "Báo cáo công tác dân vận", "Kết quả công tác dân vận {period},\nphương hướng, nhiệm vụ trọng tâm {next}", party),
  ...reportsOf("state", "Báo cáo công tác dân vận của chính quyền", "Kết quả công tác dân vận của chính quyền {period}", state),
  {
    id: "letter-chase",
    title: "Công văn đôn đốc báo cáo",
    kind: "letter",
    form: null,
    periods: [],
    subject: "Đôn đốc gửi báo cáo {period}",
    blocks: read(body("Căn cứ văn bản nào, đơn vị nào chưa gửi, gửi trước ngày nào, gửi về đâu.")),
  },
  {
    id: "submission-letter",
    title: "Tờ trình",
    kind: "submission-letter",
    form: null,
    periods: [],
    subject: "Về việc …",
    blocks: read([
      part("Sự cần thiết"),
      told("Căn cứ và lý do."),
      part("Nội dung đề nghị"),
      told("Đề nghị gì, ai quyết định."),
      opening("{called} kính trình xem xét, quyết định."),
    ]),
  },
  {
    id: "notice",
    title: "Thông báo kết luận hội nghị",
    kind: "notice",
    form: null,
    periods: [],
    subject: "Kết luận hội nghị …",
    blocks: read([
      told("Hội nghị nào, ngày nào, ai chủ trì, thành phần."),
      part("Đánh giá chung"),
      told("Những việc đã làm được, chưa làm được."),
      part("Kết luận, giao nhiệm vụ"),
      told("Mỗi việc một dòng: đơn vị nào, làm gì, trước ngày nào."),
    ]),
  },
];
