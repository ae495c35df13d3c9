import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { IndicatorId, RoundId } from "../src/kernel/ids.ts";
import { fold } from "../src/kernel/text.ts";
import { ensureInstallationKey } from "../src/modules/audit/index.ts";
import { renderOfficial } from "../src/modules/documents/dispatch/render.ts";
import type { OfficialDraft } from "../src/modules/documents/dispatch/official.ts";
import { readDocument } from "../src/modules/documents/reading/read.ts";
import { actorByLogin, addPerson } from "../src/modules/identity/index.ts";
import {
  approveMany,
  cellKey,
  createForm,
  enterAndSubmit,
  noSources,
  publishForm,
  readAsked,
  submissionsOf,
  wholeDictionary,
} from "../src/modules/indicators/index.ts";
import { changeBlocks, createReport, previewReport } from "../src/modules/reports/index.ts";
import { officialOf } from "../src/modules/reports/domain/document.ts";
import { seeReport } from "../src/modules/reports/service/access.ts";
import { draftFile } from "../src/modules/reports/service/previewing.ts";
import { blocksOf } from "../src/modules/reports/store/blocks.ts";
import { exportUnits, importUnits } from "../src/modules/units/index.ts";
import { readConfig } from "../src/platform/config.ts";
import { openDatabases, transaction, type Database } from "../src/platform/database/index.ts";
import { createLog } from "../src/platform/log.ts";
import { figure, pairs, type Bench } from "./figure.ts";

const communes = 130;
const indicators = 60;
/** Narrative headings; every commune tells two things under each. */
const headings = 6;
const now = new Date("2026-06-10T09:00:00+07:00");
const sources = { measures: [], narratives: [], targets: null };
const province = "Ủy ban MTTQ Việt Nam tỉnh Tân Giang";

/** A figure that differs from commune to commune and from indicator to indicator. */
const valueOf = (commune: number, indicator: number): number => ((commune * 37 + indicator * 101) % 900) + 1;

async function units(db: Database): Promise<Map<string, number>> {
  const area = (at: number): string => `Xã Bình Lâm ${at + 1}`;
  const rows = [
    { kind: "province", name: "Tỉnh Tân Giang" },
    { kind: "front", name: province, parent: "Tỉnh Tân Giang" },
    ...Array.from({ length: communes }, (_, at) => [
      { kind: "commune", name: area(at), parent: "Tỉnh Tân Giang" },
      { kind: "front", name: `Ủy ban MTTQ Việt Nam xã Bình Lâm ${at + 1}`, parent: area(at), line: province },
    ]).flat(),
  ];
  const bytes = new TextEncoder().encode(JSON.stringify(rows));
  const report = await importUnits(db, { system: "bench" }, { file: { bytes, name: "tan-giang.json" }, mode: "all" });
  if (!report.written) throw new Error(`units refused: ${JSON.stringify(report.rejected.slice(0, 3))}`);
  const known = JSON.parse(await exportUnits(db, "json")) as { key: string; name: string }[];
  return new Map(known.map(({ key, name }) => [name, Number(key.slice(1))]));
}

/** A province whose communes sent everything, and its report with every piece kept. */
async function prepare(db: Database) {
  const ids = await units(db);
  const idOf = (name: string) => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`no unit ${name}`);
    return id as never;
  };
  const person = async (name: string, login: string, unit: never, role: "coordinator" | "approver") => {
    await addPerson(db, { system: "bench" }, { name, login }, [{ unitId: unit, role, from: "2020-01-01" }]);
    return actorByLogin(db, login, now);
  };
  const hanh = await person("Lê Thị Hạnh", "hanh", idOf(province), "coordinator");
  const dictionary = (await wholeDictionary(db))
    .filter(({ overUnits, valueKind }) => overUnits === "sum" && valueKind !== "ratio")
    .slice(0, indicators);
  const sections = Array.from({ length: headings }, (_, at) => ({
    id: `s${at}`,
    number: `${["I", "II", "III", "IV", "V", "VI"][at]}`,
    heading: `Nội dung ${at + 1}`,
    narrative: true,
    rows: dictionary
      .filter((_indicator, index) => index % headings === at)
      .map(({ id, name, unit }) => ({ indicatorId: id as IndicatorId, label: name, unit })),
  }));
  const form = await createForm(
    db,
    hanh,
    {
      origin: "dictionary",
      title: "Báo cáo công tác Mặt trận",
      basis: "Kế hoạch 12/KH-MTTQ-BTT ngày 05/01/2026",
      addressees: ["MTTQ các xã, phường"],
      periods: { kind: "half" },
      chain: [{ step: "receiver" }],
      content: { sections },
    },
    now,
  );
  await publishForm(db, hanh, { id: form.id, version: form.version, setAside: false }, now);
  const round = (await readAsked(db, hanh, { state: "any", page: 1 }, now)).items[0];
  if (!round) throw new Error("no round was opened");
  for (let at = 0; at < communes; at++) {
    const unit = idOf(`Ủy ban MTTQ Việt Nam xã Bình Lâm ${at + 1}`);
    const actor = await person(`Cán bộ ${at + 1}`, `canbo${at + 1}`, unit, "approver");
    const cells = Object.fromEntries(
      dictionary.map(({ id }, index) => [cellKey({ indicatorId: id, member: "" }), { value: String(valueOf(at, index)) }]),
    );
    const narratives = Object.fromEntries(
      sections.map(({ id }, index) => [
        id,
        `- Thôn số ${at + 1} tổ chức ${index + 2} buổi bàn việc làm đường, có ${at * 7 + index} hộ dự.\n- Tặng ${at * 3 + index} suất quà cho hộ khó khăn trong đợt ${index + 1}.`,
      ]),
    );
    await enterAndSubmit(db, actor, { roundId: round.id, unitId: unit, cells, narratives }, now, noSources);
  }
  const sent = await submissionsOf(db, round.id);
  const rows = await db
    .selectFrom("submission")
    .select(["id", "version"])
    .where("round_id", "=", round.id as RoundId)
    .execute();
  const { approved } = await approveMany(db, hanh, rows, now);
  if (sent.length !== communes || approved !== communes) throw new Error(`${sent.length} sent, ${approved} approved`);
  const report = await createReport(db, hanh, { unitId: idOf(province), kind: "report", roundId: round.id });
  const told = report.blocks.filter(({ content }) => content.kind === "narrative");
  await changeBlocks(db, hanh, {
    id: report.id,
    changes: [
      ...told.map(({ id, content }, index) => {
        if (content.kind !== "narrative") throw new Error("not a narrative");
        const pieces = Array.from({ length: communes }, (_, at) => ({
          key: `submission:${at}:${index}`,
          unitName: `xã Bình Lâm ${at + 1}`,
          text: `Tổ chức ${index + 2} buổi bàn việc làm đường, có ${at * 7 + index} hộ dự`,
          state: "kept" as const,
          named: true,
        }));
        return { act: "put" as const, id, version: 1, content: { ...content, pieces } };
      }),
      {
        act: "add" as const,
        id: "annex",
        after: report.blocks.at(-1)?.id ?? null,
        content: {
          kind: "annex" as const,
          title: "Kết quả theo từng đơn vị",
          landscape: true,
          columns: dictionary.slice(0, 12).map(({ code }) => ({ ref: code, label: "" })),
        },
      },
    ],
  });
  return { hanh, id: report.id, dictionary };
}

/** The same document with every word of it fixed: what writing a .docx of that size costs. */
async function constants(db: Database, hanh: Awaited<ReturnType<typeof prepare>>["hanh"], id: string): Promise<OfficialDraft> {
  const preview = await previewReport(db, hanh, sources, { id, mode: "draft", now });
  const { report } = await seeReport(db, hanh, id);
  return officialOf({ header: report.header, blocks: preview.blocks, coverage: null, number: null, date: null, year: 2026, draft: true });
}

export const reportBench: Bench = {
  name: "report",
  what: `the consolidated report of a province (${communes} communes, ${indicators} indicators, narratives) to .docx`,
  async run() {
    const data = mkdtempSync(join(tmpdir(), "kheo-bench-"));
    const config = readConfig({ KHEO_DATA: data, PORT: "8080" });
    const databases = await openDatabases(config, { log: createLog({ format: "pretty", level: "error" }), use: "command" });
    try {
      const db = databases.app;
      await ensureInstallationKey(db, join(data, "secrets"));
      const { hanh, id, dictionary } = await prepare(db);
      /** What a person's click does: may they, which figures, which words, the file. In one snapshot. */
      const write = () =>
        transaction(
          db,
          async (tx) => {
            const { report } = await seeReport(tx, hanh, id);
            return draftFile(tx, sources, report, { blocks: await blocksOf(tx, id), now });
          },
          { isolation: "repeatable read" },
        );
      const { lines } = await readDocument({ name: "bao-cao.docx", bytes: await write() });
      dictionary.forEach(({ name }, index) => {
        const sum = Array.from({ length: communes }, (_, at) => valueOf(at, index)).reduce((a, b) => a + b);
        const printed = String(sum).replace(/\B(?=(\d{3})+(?!\d))/g, ".");
        const said = lines.some((line) => fold(line).includes(fold(name)) || line === printed);
        if (!said || !lines.some((line) => line.includes(printed))) throw new Error(`${name}: ${printed} is not in the report`);
      });
      const fixed = await constants(db, hanh, id);
      const n = 7;
      const measured = await pairs(n, write, () => renderOfficial(fixed));
      return {
        name: "report",
        n,
        figures: [
          figure({
            key: "docx",
            what: `${communes} communes, ${dictionary.length} indicators, ${headings * communes} kept pieces`,
            value: measured.value,
            unit: "ms",
            against: { what: "the same .docx from constants", value: measured.against },
            goal: 3,
            better: "lower",
          }),
        ],
      };
    } finally {
      await databases.close();
      rmSync(data, { recursive: true, force: true });
    }
  },
};
