/**
 * An outline ("đề cương") read into the sections of a form: headings become places to write, blanks and tables become
 * figures. Pure; a letter round the outline (head, signature, recipients) is left to the reader of letters (intake.ts).
 */
import { fold, nfc, squeeze } from "../../../kernel/text.ts";
import { hasBlank, readBlanks } from "./outline-blanks.ts";
import { markerOf, type Marker } from "./outline-markers.ts";
import type { OutlineRow, OutlineSection, OutlineTable, OutlineText } from "./outline-shapes.ts";
import { readTable } from "./outline-tables.ts";

/** First line of the outline proper, 1-based: after "ĐỀ CƯƠNG BÁO CÁO" or "MẪU BÁO CÁO", else from the first numbered heading. */
export function outlineStart(lines: readonly string[], tables: readonly OutlineTable[] = []): number {
  const titled = lines.findIndex(
    (line) => /^(?:de cuong|mau bao cao|mau de cuong|khung bao cao)(?: |$)/.test(fold(line)) && !/gui kem|kem theo/.test(fold(line)),
  );
  if (titled >= 0) return titled + 1;
  const first = lines.findIndex((line) => {
    const marker = markerOf(line);
    return marker !== null && (marker.kind === "annex" || /^(?:A|I|1|Phần (?:thứ )?(?:nhất|I|1|A))$/iu.test(marker.number));
  });
  const blank = lines.findIndex((line, index) => (first < 0 || index < first) && readBlanks(line, index + 1).length > 0);
  const table = tables.find((each) => (readTable(each)?.groups.length ?? 0) > 0);
  // The line above a table is its title.
  const begins = [first, blank, table ? Math.max(0, table.line - 2) : -1].filter((at) => at >= 0);
  return begins.length === 0 ? 1 : Math.min(...begins) + 1;
}

const TAIL = /^(?:noi nhan|tm\.|t\/m|kt\.|tl\.|\(ky,|\(da ky|chu tich$|pho chu tich$|nguoi lap|thu truong don vi)/;
const TITLE = /^(?:de cuong|phu luc|bieu|mau|bao cao$|cong hoa xa hoi|doc lap - tu do)/;

/** Where and when to send: said about the report, not to be written in it. */
const ABOUT_SENDING = /(?:gửi (?:về|báo cáo)|báo cáo (?:gửi|về)|thời gian (?:gửi|báo cáo|nộp)|nơi nhận báo cáo|trước ngày \d)/iu;

type Open = OutlineSection & { rank: number };

const blankSection = (): Open => ({ number: "", heading: "", line: 1, narrative: true, guidance: "", context: "", rows: [], rank: 99 });

export function readOutline(text: OutlineText): OutlineSection[] {
  const { tables } = text;
  const lines = text.lines.map(nfc);
  const start = outlineStart(lines, tables);
  const inTable = new Map(tables.flatMap((table) => Array.from({ length: table.lineCount }, (_, k) => [table.line + k, table] as const)));
  const reader = new Reader();
  let tail = false;
  for (let number = start; number <= lines.length; number++) {
    const table = inTable.get(number);
    if (table) {
      reader.table(table);
      number = table.line + table.lineCount - 1;
      continue;
    }
    const line = lines[number - 1] ?? "";
    const folded = fold(line);
    if (folded === "") continue;
    if (TITLE.test(folded)) tail = false;
    if (TAIL.test(folded)) tail = true;
    if (!tail) reader.line(line, number);
  }
  return reader.sections();
}

/** Walks down the lines, keeping the headings that are open above the place it is at. */
class Reader {
  readonly #done: Open[] = [];
  #open: Open[] = [];
  /** The unnumbered line before: what stands over a table names it. */
  #caption: { text: string; line: number } | null = null;

  line(line: string, number: number): void {
    const marker = markerOf(line);
    const words = squeeze(line.slice(marker?.length ?? 0));
    if (marker === null || marker.kind === "dash") return this.#plain(line, number, marker, words);
    this.#caption = null;
    const rows = readBlanks(line, number, marker.length);
    // "[Nhiệm vụ 1]": a place to fill in, not a heading.
    if (/^[[(<].*[\])>][.;:]?$/u.test(words) || /^[.…_\s]*$/u.test(words)) return this.#guide(line.trim(), number);
    if (rows.length > 0 && (marker.rank > 3 || words.length > 100)) return this.#rows(rows, words, marker, number);
    this.#heading(marker, words, number);
    const here = this.#open.at(-1);
    if (here) here.rows.push(...rows);
  }

  #plain(line: string, number: number, marker: Marker | null, words: string): void {
    const rows = readBlanks(line, number, marker?.length ?? 0);
    if (rows.length > 0) this.#place(number).rows.push(...this.#named(rows));
    else if (!/^(?:de cuong|bao cao$|\(kem theo|\(ban hanh)/.test(fold(line)) && (this.#open.length > 0 || marker !== null))
      this.#guide(hasBlank(line) ? line.replace(/\s*(?:…|\.{3,}|_{3,})[.…_]*/gu, "").trim() : line.trim(), number);
    this.#caption = marker === null ? { text: words, line: number } : null;
  }

  /** "a) Giám sát: ….. cuộc" is a figure of the heading above; with figures of its own below, it is a heading as well. */
  #rows(rows: OutlineRow[], words: string, marker: Marker, number: number): void {
    if (this.#open.every(({ rank }) => rank >= marker.rank)) this.#heading(marker, headingOf(words), number);
    else while ((this.#open.at(-1)?.rank ?? 0) >= marker.rank) this.#open.pop();
    this.#place(number).rows.push(...this.#named(rows));
  }

  #heading(marker: Marker, words: string, number: number): void {
    while ((this.#open.at(-1)?.rank ?? -1) >= marker.rank) this.#open.pop();
    const above = this.#open.at(-1);
    // "1." under "II." is "II.1"; "1.2" and annexes say it themselves.
    const own =
      marker.kind === "sub" ||
      marker.kind === "annex" ||
      marker.kind === "part" ||
      above === undefined ||
      above.number === "" ||
      above.rank <= 2;
    const section: Open = {
      number: own ? marker.number : `${above.number}.${marker.number}`,
      heading: headingOf(words) || marker.number,
      line: number,
      narrative: true,
      guidance: "",
      context: this.#open.map(({ heading }) => heading).join(" · "),
      rows: [],
      rank: marker.rank,
    };
    this.#open.push(section);
    this.#done.push(section);
  }

  /** Labels such as "Số buổi" say too little alone: the heading tells of what. */
  #named(rows: OutlineRow[]): OutlineRow[] {
    const heading = this.#open.at(-1)?.heading ?? "";
    return rows.map((row) =>
      heading !== "" && /^(?:Số \p{L}+(?: \p{L}+)?|Lượt người(?: tham dự| tham gia| dự)?|Số tiền|Tỷ lệ)$/u.test(row.label)
        ? { ...row, label: `${row.label} (${heading.length > 90 ? `${heading.slice(0, 90)}…` : heading})` }
        : row,
    );
  }

  #place(number: number): Open {
    const here = this.#open.at(-1);
    if (here) return here;
    const section = { ...blankSection(), heading: "Kết quả", line: number };
    this.#open.push(section);
    this.#done.push(section);
    return section;
  }

  #guide(words: string, number: number): void {
    const here = this.#place(number);
    here.guidance = here.guidance === "" ? words : `${here.guidance}\n${words}`;
  }

  table(table: OutlineTable): void {
    const reading = readTable(table);
    const caption = this.#caption;
    this.#caption = null;
    if (reading === null) return;
    if (reading.listed.length > 0) return this.#guide(`Danh sách: ${reading.listed.join("; ")}`, table.line);
    const here = this.#open.at(-1);
    // The heading right above is the table's own; otherwise the line above it is its title.
    const own = here !== undefined && here.rows.length === 0 && here.guidance.length < 400;
    if (!own && caption) this.#heading({ kind: "annex", number: "", rank: 0, length: 0 }, caption.text, caption.line);
    const over = this.#place(table.line);
    for (const group of reading.groups) {
      if (group.heading === "") {
        over.rows.push(...group.rows);
        continue;
      }
      const section: Open = {
        ...blankSection(),
        number: over.number === "" || over.rank <= 2 ? group.number : `${over.number}.${group.number}`,
        heading: group.heading,
        line: group.line,
        narrative: false,
        context: [over.context, over.heading].filter(Boolean).join(" · "),
        rows: group.rows,
      };
      this.#done.push(section);
    }
    if (over.guidance === "") over.narrative = false;
  }

  sections(): OutlineSection[] {
    const left = this.#done.filter(
      ({ heading, guidance, rows }) =>
        rows.length > 0 || !(ABOUT_SENDING.test(heading) || ABOUT_SENDING.test(guidance.split("\n")[0] ?? "")),
    );
    return left.map(({ rank, ...section }, index) => {
      const next = left[index + 1];
      // A heading over other headings, with nothing of its own, is only a title.
      const over = next !== undefined && next.rank > rank && section.rows.length === 0 && section.guidance === "";
      return { ...section, narrative: section.narrative && !over };
    });
  }
}

/** The heading's own words: no colon or full stop at the end, bounded. */
function headingOf(words: string): string {
  const bare = words.replace(/[\s.:;…]+$/u, "");
  if (bare.length <= 300) return bare;
  return `${bare.slice(0, bare.lastIndexOf(" ", 300))}…`;
}
