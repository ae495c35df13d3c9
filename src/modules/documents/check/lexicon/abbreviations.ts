/**
 * What the letters of a symbol mean. State: Decree 30/2020/NĐ-CP annex III; Party and Front add their own, and some
 * letters stand for two types there ("TTr" is a Tờ trình for the State and a Thông tri for the Front).
 */
const table: Record<string, string[]> = {
  NQ: ["Nghị quyết"],
  QĐ: ["Quyết định", "Quy định", "Quy chế", "Điều lệ"],
  QyĐ: ["Quy định"],
  QĐi: ["Quy định"],
  CT: ["Chỉ thị", "Chương trình"],
  CTr: ["Chương trình"],
  QC: ["Quy chế"],
  TB: ["Thông báo"],
  HD: ["Hướng dẫn"],
  KH: ["Kế hoạch"],
  PA: ["Phương án"],
  ĐA: ["Đề án"],
  DA: ["Dự án"],
  BC: ["Báo cáo"],
  TTr: ["Tờ trình", "Thông tri"],
  TT: ["Thông tư", "Thông tri", "Tờ trình"],
  TTLT: ["Thông tư liên tịch"],
  KL: ["Kết luận"],
  NĐ: ["Nghị định"],
  PL: ["Pháp lệnh"],
  CĐ: ["Công điện"],
};

/** Types by letters in lower case: "Ctr" and "CTr" are one habit. */
export const abbreviatedTypes: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(table).map(([letters, types]) => [letters.toLowerCase(), types]),
);

/** Letters of an issuer in a symbol, and words (folded) of its name. */
export const bodiesOfSymbols: readonly { letters: string; names: readonly string[] }[] = [
  { letters: "UBND", names: ["uy ban nhan dan", "ubnd"] },
  { letters: "HĐND", names: ["hoi dong nhan dan", "hdnd"] },
  { letters: "MTTQ", names: ["mat tran to quoc", "mttq"] },
  { letters: "MTTW", names: ["mat tran to quoc", "mttq"] },
  { letters: "TU", names: ["tinh uy", "thanh uy"] },
  { letters: "HU", names: ["huyen uy"] },
  { letters: "ĐU", names: ["dang uy"] },
];
