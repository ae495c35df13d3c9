import { facts } from "../../src/kernel/facts.ts";
import type { Text } from "../../src/kernel/language.ts";
import type { Permission, Role } from "../../src/kernel/permissions.ts";

/** What a permission lets somebody do, where people choose what to lend. */
export const permissionText = {
  "unit:view": { vi: "xem đơn vị", en: "see units" },
  "unit:edit": { vi: "sửa đơn vị", en: "change units" },
  "person:view": { vi: "xem danh sách người dùng", en: "see people" },
  "person:manage": { vi: "mời và quản lý người dùng", en: "invite and manage people" },
  "post:manage": { vi: "giao chức danh", en: "give posts" },
  "audit:view": { vi: "xem nhật ký hệ thống", en: "see the audit record" },
  "job:manage": { vi: "quản lý việc chạy nền", en: "manage background jobs" },
  "document:view": { vi: "xem văn bản", en: "see documents" },
  "document:upload": { vi: "đưa văn bản lên", en: "upload documents" },
  "document:review": { vi: "rà soát văn bản", en: "review documents" },
  "plan:view": { vi: "xem kế hoạch", en: "see plans" },
  "plan:draft": { vi: "soạn kế hoạch", en: "draft plans" },
  "plan:issue": { vi: "ban hành kế hoạch", en: "issue plans" },
  "plan:adjust": { vi: "điều chỉnh kế hoạch", en: "adjust plans" },
  "activity:view": { vi: "xem nhật ký hoạt động", en: "see the journal of activities" },
  "activity:record": { vi: "ghi nhật ký hoạt động", en: "write in the journal of activities" },
  "work:view": { vi: "xem công việc", en: "see work" },
  "work:report": { vi: "báo cáo kết quả công việc", en: "report on work" },
  "work:answer": { vi: "trả lời đề nghị, phối hợp", en: "answer requests" },
  "work:confirm": { vi: "xác nhận hoặc trả lại kết quả của cấp dưới", en: "confirm or return what subordinates report" },
  "indicator:view": { vi: "xem chỉ tiêu, biểu mẫu và số liệu", en: "see indicators, forms and figures" },
  "indicator:define": { vi: "đặt chỉ tiêu, lập biểu mẫu", en: "define indicators and make forms" },
  "submission:enter": { vi: "nhập và gửi báo cáo số liệu", en: "enter and send figures" },
  "submission:approve": { vi: "duyệt hoặc trả lại báo cáo số liệu", en: "approve or return figures" },
  "report:view": { vi: "xem báo cáo tổng hợp", en: "see consolidated reports" },
  "report:draft": { vi: "soạn báo cáo tổng hợp và công văn", en: "draft consolidated reports and letters" },
  "dispatch:number": { vi: "vào sổ, cấp số văn bản", en: "register and number documents" },
  "dispatch:sign": { vi: "ký văn bản", en: "sign documents" },
  "exemplar:view": { vi: "xem mô hình, điển hình", en: "see exemplars" },
  "exemplar:register": { vi: "đăng ký mô hình, điển hình", en: "register exemplars" },
  "exemplar:accept": { vi: "duyệt đăng ký mô hình, điển hình", en: "accept registrations of exemplars" },
  "round:open": { vi: "mở đợt đăng ký mô hình", en: "open rounds of registration" },
  "appraisal:manage": { vi: "lập bộ tiêu chí, tổ thẩm định", en: "set rubrics and panels" },
  "appraisal:judge": { vi: "chấm điểm khi được phân công", en: "judge when assigned" },
  "exemplar:recognise": { vi: "ra quyết định công nhận", en: "decide on recognition" },
  "award:propose": { vi: "đề nghị khen thưởng", en: "propose awards" },
  "award:decide": { vi: "trình, quyết định khen thưởng", en: "decide on awards" },
  "publication:open": { vi: "công khai trên cổng", en: "publish on the portal" },
  "post:lend": { vi: "cho mượn quyền", en: "lend permissions" },
} satisfies Record<Permission, Text>;

/** What a role is for, in a line, where an administrator gives a post. */
export const roleNote = {
  viewer: { vi: "Chỉ xem kế hoạch, văn bản, công việc của đơn vị.", en: "Only sees plans, documents and work of the unit." },
  reporter: { vi: "Nhận việc, báo cáo kết quả, trả lời đề nghị.", en: "Takes on work, reports on it, answers requests." },
  approver: { vi: "Như người báo cáo, thêm xác nhận kết quả của cấp dưới.", en: "Like a reporter, and confirms what subordinates report." },
  signer: { vi: "Ký, ban hành kế hoạch và văn bản của đơn vị.", en: "Signs and issues the unit's plans and documents." },
  clerk: { vi: "Đưa văn bản lên, vào sổ, cấp số.", en: "Uploads, registers and numbers documents." },
  coordinator: {
    vi: "Soạn, rà soát và giao kế hoạch; theo dõi cấp dưới.",
    en: "Drafts, reviews and issues plans; follows subordinates.",
  },
  administrator: {
    vi: "Quản lý đơn vị, người dùng. Không làm thay công việc của cơ quan. Bắt buộc có mã xác thực thứ hai.",
    en: "Keeps units and people. Does not act in the offices' name. Needs a second factor.",
  },
  auditor: { vi: "Xem mọi thứ và nhật ký hệ thống, không sửa.", en: "Sees everything and the audit record, changes nothing." },
} satisfies Record<Role, Text>;

const systems: Record<string, string> = { android: "Android", ios: "iPhone, iPad", windows: "Windows", mac: "Mac", linux: "Linux" };
const browsers: Record<string, string> = {
  chrome: "Chrome",
  edge: "Edge",
  firefox: "Firefox",
  safari: "Safari",
  coccoc: "Cốc Cốc",
  samsung: "Samsung Internet",
  zalo: "Zalo",
};

/** "windows/chrome" → "Windows · Chrome" */
export function deviceName(device: string): string | null {
  const [system = "", browser = ""] = device.split("/");
  return facts([systems[system], browsers[browser]]) || null;
}
