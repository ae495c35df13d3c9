import type { Text } from "../kernel/language.ts";
import type { CliCommand } from "../platform/cli.ts";

export type Entry = { name: string; summary: Text; load: () => Promise<CliCommand> };

/** Every command of `kheo`. What a command needs is loaded when it is called, so that one does not wait for another's parts. */
export const commands: Entry[] = [
  {
    name: "serve",
    summary: { vi: "chạy máy chủ Khéo", en: "run the Khéo server" },
    load: async () => (await import("./serve.ts")).serve,
  },
  {
    name: "backup",
    summary: {
      vi: "sao lưu toàn bộ dữ liệu vào một tệp, không cần dừng máy chủ",
      en: "back everything up into one file while the server runs",
    },
    load: async () => (await import("./backup.ts")).backup,
  },
  {
    name: "restore",
    summary: { vi: "khôi phục một bản sao lưu vào nơi còn trống", en: "restore a backup into an empty place" },
    load: async () => (await import("./backup.ts")).restore,
  },
  {
    name: "admin-link",
    summary: { vi: "in đường dẫn cho người quản trị đã mất lối vào", en: "print a link for an administrator who has lost the way in" },
    load: async () => (await import("../modules/identity/cli.ts")).adminLink,
  },
  {
    name: "compile",
    summary: { vi: "đọc một văn bản và in ra các nội dung của kế hoạch", en: "read a document and print what the plan says" },
    load: async () => (await import("../modules/documents/cli.ts")).compile,
  },
  {
    name: "check",
    summary: { vi: "đọc một văn bản và hỏi lại những chỗ cần xem", en: "read a document and ask about what looks wrong" },
    load: async () => (await import("../modules/documents/cli.ts")).check,
  },
  {
    name: "demo",
    summary: { vi: "tạo một tỉnh minh họa để dùng thử", en: "make a demo province to try things in" },
    load: async () => (await import("../modules/demo/cli.ts")).demo,
  },
  {
    name: "import-units",
    summary: { vi: "nhập danh mục đơn vị từ tệp .csv hoặc .json", en: "import units from a .csv or .json file" },
    load: async () => (await import("../modules/units/cli.ts")).importUnitsCommand,
  },
  {
    name: "export-units",
    summary: { vi: "xuất danh mục đơn vị ra tệp .csv hoặc .json", en: "export the units to a .csv or .json file" },
    load: async () => (await import("../modules/units/cli.ts")).exportUnitsCommand,
  },
  {
    name: "import-plan",
    summary: {
      vi: "nhận một văn bản, đọc kế hoạch trong đó và để lại chờ soát",
      en: "take a document in, read its plan, and leave it for review",
    },
    load: async () => (await import("../modules/plans/cli.ts")).importPlan,
  },
  {
    name: "report",
    summary: { vi: "viết báo cáo của một đơn vị trong một kỳ ra tệp .docx", en: "write a unit's report for a period as a .docx" },
    load: async () => {
      const [{ reportCommand }, { reportSources }] = await Promise.all([
        import("../modules/reports/cli.ts"),
        import("../server/modules.ts"),
      ]);
      return reportCommand(reportSources);
    },
  },
  {
    name: "verify-audit",
    summary: { vi: "kiểm tra nhật ký có bị sửa, xóa hay cắt bớt không", en: "check that the audit record was not changed, removed or cut" },
    load: async () => (await import("../modules/audit/cli.ts")).verifyAuditCommand,
  },
];
