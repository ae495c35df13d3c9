import { createHash, randomUUID } from "node:crypto";
import type { DocumentId, PersonId, UnitId } from "../../src/kernel/ids.ts";
import type { CitationValue, Due, HeaderValue, ReportingValue, TargetValue, TaskValue } from "../../src/modules/documents/values.ts";
import type { Database } from "../../src/platform/database/index.ts";

/** A deadline as the review of a document keeps it. */
export const due = (text: string | null, rule: string | null, date: string | null = null): Due => ({
  kind: rule === null ? "none" : date === null ? "recurring" : "date",
  date,
  rule,
  text,
  lastDay: null,
  recurrence: null,
});

type Values = {
  header?: HeaderValue[];
  citation?: CitationValue[];
  target?: TargetValue[];
  task?: TaskValue[];
  reporting?: ReportingValue[];
};

const communeFronts = "Ủy ban MTTQ Việt Nam các xã, phường, đặc khu";

/**
 * Plan 12/KH-MTTQ-BTT of the fictional province's Front, as it stands after its review: three targets (one of them asks each
 * commune's Front for a yearly plan), five tasks (one without a lead, one whose lead is no unit, one asked of the People's
 * Committees, whom the Front cannot assign) and a report every six months and year.
 */
export const provincePlan: Values = {
  header: [
    { field: "docType", text: "Kế hoạch" },
    { field: "number", text: "12/KH-MTTQ-BTT" },
    { field: "date", text: "2026-02-10" },
    { field: "issuer", text: "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Tân Giang" },
    { field: "subject", text: "Thực hiện phong trào thi đua “Dân vận khéo” giai đoạn 2026-2030" },
    { field: "recipients", text: "Tỉnh ủy Tân Giang (báo cáo)\nỦy ban MTTQ Việt Nam các xã, phường, đặc khu\nLưu: VT, BTT" },
  ],
  citation: [{ type: "Kế hoạch", number: "48-KH/TU", date: "2026-01-12", issuer: "Ban Thường vụ Tỉnh ủy Tân Giang", title: null }],
  target: [
    {
      metric: "cuộc giám sát",
      comparator: ">=",
      value: 2,
      valueMax: null,
      unit: "cuộc",
      scope: communeFronts,
      frequency: "yearly",
      deadline: null,
      deadlineText: null,
      lastDay: null,
      cumulative: null,
      section: "II.1",
    },
    {
      metric: "tỷ lệ đơn vị xây dựng kế hoạch năm",
      comparator: "=",
      value: 100,
      valueMax: null,
      unit: "%",
      scope: communeFronts,
      frequency: "yearly",
      deadline: null,
      deadlineText: null,
      lastDay: null,
      cumulative: null,
      section: "II.2",
    },
  ],
  task: [
    {
      text: `${communeFronts} lựa chọn 01 mô hình “Dân vận khéo”, đăng ký trước ngày 20/7/2026`,
      lead: [communeFronts],
      coordinate: ["Ban Dân chủ - Pháp luật"],
      due: due("trước ngày 20/7/2026", "before 2026-07-20", "2026-07-20"),
      section: "III.1",
    },
    {
      text: "UBND các xã, phường, đặc khu tạo điều kiện về kinh phí cho phong trào",
      lead: ["UBND các xã, phường, đặc khu"],
      coordinate: [],
      due: due(null, null),
      section: "III.2",
    },
    {
      text: "Tổ chức sơ kết phong trào",
      lead: [],
      coordinate: [],
      due: due("trong năm 2028", "within 2028", "2028-12-31"),
      section: "III.3",
    },
    {
      text: "Mỗi cán bộ, đảng viên nêu gương trong phong trào",
      lead: ["Mỗi cán bộ, đảng viên"],
      coordinate: [],
      due: due(null, null),
      section: "III.4",
    },
    {
      text: "Ban Dân chủ - Pháp luật theo dõi, đôn đốc việc thực hiện",
      lead: ["Ban Dân chủ - Pháp luật"],
      coordinate: [],
      due: due("hằng quý", "quarterly"),
      section: "III.5",
    },
  ],
  reporting: [
    {
      who: communeFronts,
      to: "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh để tổng hợp, báo cáo Tỉnh ủy",
      via: "Văn phòng",
      what: "kết quả thực hiện phong trào",
      due: due("định kỳ 6 tháng, 1 năm", "every 6 months and yearly"),
    },
  ],
};

/** A numbered paragraph per item of section III, so that the report, which bears no section, stands in the last one. */
function outlineOf(values: Values): { number: string; level: number; line: number }[] {
  const before = [values.header, values.citation, values.target].reduce((sum, list) => sum + (list?.length ?? 0), 0);
  const rest = [...(values.task ?? []), ...(values.reporting ?? [])];
  return [{ number: "III", level: 1, line: before }, ...rest.map((_, at) => ({ number: String(at + 1), level: 2, line: before + at + 1 }))];
}

/** A document that was uploaded and reviewed, put into the database as the review leaves it: no compiler, no worker. */
export async function reviewedDocument(
  db: Database,
  { unit, by, values = provincePlan, state = "reviewed" }: { unit: UnitId; by: PersonId; values?: Values; state?: "review" | "reviewed" },
): Promise<DocumentId> {
  const lines = Object.values(values).flatMap((list) =>
    list.map((value) => ("text" in value && value.text !== null ? value.text : JSON.stringify(value)).split("\n")[0] ?? ""),
  );
  const { id } = await db
    .insertInto("document")
    .values({
      unit_id: unit,
      state,
      file_hash: createHash("sha256").update(randomUUID()).digest("hex"),
      file_name: "ke-hoach.docx",
      file_size: 1000,
      file_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      internal: false,
      doc_type: "Kế hoạch",
      uploaded_by: by,
      uploaded_at: new Date("2026-02-11T08:00:00+07:00"),
      ...(state === "reviewed" ? { reviewed_by: by, reviewed_at: new Date("2026-02-11T09:00:00+07:00") } : {}),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("document_text")
    .values({
      document_id: id,
      text: lines.join("\n"),
      tables: "[]",
      footnotes: "[]",
      notes: "[]",
      plan: JSON.stringify({ criteria: [], outline: outlineOf(values) }),
    })
    .execute();
  let line = 0;
  for (const [kind, list] of Object.entries(values)) {
    for (const [position, value] of list.entries()) {
      line++;
      const quote = (lines[line - 1] ?? "").slice(0, 160);
      await db
        .insertInto("document_item")
        .values({
          document_id: id,
          kind,
          position,
          state: "accepted",
          line,
          quote,
          span: JSON.stringify({ line, start: 0, end: quote.length }),
          value: JSON.stringify(value),
          original: JSON.stringify(value),
          ...(kind === "citation" ? { number_key: null, cited_date: null } : {}),
        })
        .execute();
    }
  }
  return id as DocumentId;
}
