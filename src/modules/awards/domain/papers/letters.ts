import type { OfficialDraft } from "../../../documents/dispatch/official.ts";
import { called, campaignWords, countedWords, dayParts, formLines, listTables, paperOf, type Issuer, type Listed } from "./head.ts";

export type SubmissionOf = {
  issuer: Issuer;
  /** To whom: the campaign's body, or the granter that it asks. */
  to: string;
  campaign: string;
  bases: readonly string[];
  listed: readonly Listed[];
  /** Of the campaign's body to a granter: the council has met. */
  council: boolean;
};

/** Tờ trình with its list as an annex. */
export function submissionDraft({ issuer, to, campaign, bases, listed, council }: SubmissionOf): OfficialDraft {
  const by = called(issuer);
  return paperOf(issuer, {
    type: "Tờ trình",
    symbol: "TTr",
    subject: `Về việc đề nghị khen thưởng\ntrong ${campaignWords(campaign)}`,
    addressees: [to],
    bases: [...bases],
    body: [
      {
        kind: "prose",
        text: `${council ? "Căn cứ kết quả bỏ phiếu của hội đồng xét khen thưởng" : "Qua xem xét thành tích của các tập thể, cá nhân"}, ${by} đề nghị ${to} khen thưởng ${countedWords(listed)} trong ${campaignWords(campaign)}, cụ thể:`,
      },
      ...formLines(listed),
      { kind: "prose", text: `(Có danh sách và báo cáo thành tích kèm theo${council ? ", biên bản họp hội đồng" : ""}).` },
      { kind: "prose", text: `Kính trình ${to} xem xét, quyết định.` },
    ],
    annexes: [{ label: "Danh sách", title: "Đề nghị khen thưởng", landscape: true, body: listTables(listed) }],
  });
}

export type DecisionOf = {
  issuer: Issuer;
  campaign: string;
  bases: readonly string[];
  listed: readonly Listed[];
  /** As signed: number in full and day; without them there is room for the pen. */
  signed: { number: string; day: string; signer: string } | null;
};

/** Quyết định with its list. The number stands as it was written down: it holds its symbol already. */
export function decisionDraft({ issuer, campaign, bases, listed, signed }: DecisionOf): OfficialDraft {
  const by = called(issuer);
  const [, value = null, type, symbol] = /^(\d+\p{L}?)\s*[-/]\s*(\p{L}+)[-/](.+)$/u.exec(signed?.number ?? "") ?? [];
  const draft = paperOf(issuer, {
    type: "Quyết định",
    symbol: "QĐ",
    subject: `Về việc khen thưởng\ntrong ${campaignWords(campaign)}`,
    ...(signed ? { date: dayParts(signed.day) } : {}),
    bases: bases.length > 0 ? [...bases] : ["Căn cứ chức năng, nhiệm vụ được giao", "Căn cứ biên bản họp hội đồng xét khen thưởng"],
    decides: by,
    body: [
      { kind: "article", text: `Khen thưởng ${countedWords(listed)} trong ${campaignWords(campaign)}, cụ thể:` },
      ...formLines(listed),
      { kind: "prose", text: "(Có danh sách kèm theo)." },
      { kind: "article", text: "Tiền thưởng kèm theo hình thức khen thưởng thực hiện theo quy định hiện hành." },
      {
        kind: "article",
        text: `Quyết định này có hiệu lực kể từ ngày ký. Văn phòng, các đơn vị liên quan và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.`,
      },
    ],
    recipients: ["Như Điều 3"],
    annexes: [{ label: "Danh sách", title: "Tập thể, cá nhân được khen thưởng", landscape: true, body: listTables(listed) }],
  });
  return signed
    ? {
        ...draft,
        ...(value ? { number: { value, type: type ?? "QĐ", issuer: symbol ?? draft.number.issuer } } : {}),
        signature: { ...draft.signature, name: signed.signer },
      }
    : draft;
}
