import { oneTone, squeeze } from "../../../../kernel/text.ts";

/**
 * One spelling for the words of officialese, so that rules are written once: lower case with marks ("bản" is a village,
 * "ban" a board), one place for the tone, dashes without spaces, and each body under its shortest usual name.
 */
export function wording(text: string): string {
  let said = squeeze(
    oneTone(text)
      .toLowerCase()
      .replace(/[“”"'‘’«»]/g, " ")
      .replace(/\s*[-–—−]\s*/g, "-"),
  );
  for (const [written, meant] of abbreviations) said = said.replace(written, meant);
  return squeeze(said.replace(/\s*([,;])\s*/g, "$1 ")).replace(/[.;:,\s]+$/, "");
}

const word = (pattern: string): RegExp => new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${pattern})(?![\p{L}\p{N}])`, "gu");

const abbreviations: [RegExp, string][] = [
  [/(?<![\p{L}\p{N}])tp\.? ?(?=\p{L})/gu, "thành phố "],
  [/(?<![\p{L}\p{N}])tx\.? ?(?=\p{L})/gu, "thị xã "],
  [/(?<![\p{L}\p{N}])tt\.? ?(?=\p{L})/gu, "thị trấn "],
  [word("tdp|tổ dân phố số"), "tổ dân phố"],
  [word("ct-xh|ctxh"), "chính trị-xã hội"],
  [word("(?:ủy ban |ub ?)?(?:mặt trận tổ quốc|mttq)(?: ?(?:việt nam|vn))?|ubmttq(?:vn)?|mttqvn|ủy ban mặt trận"), "mttq"],
  [word("ubmttq việt nam|mttq việt nam"), "mttq"],
  [word("ủy ban nhân dân"), "ubnd"],
  [word("hội đồng nhân dân"), "hđnd"],
  [word("liên đoàn lao động|lđlđ"), "công đoàn"],
  [word("hội (?:liên hiệp )?phụ nữ(?: việt nam)?|hội lhpn|hlhpn|hội lhpnvn"), "hội phụ nữ"],
  [word("hội nông dân việt nam|hnd"), "hội nông dân"],
  [word("hội cựu chiến binh việt nam|hội ccb|hccb"), "hội cựu chiến binh"],
  [word("đoàn (?:thanh niên|tn)(?: cộng sản| cs)?(?: hồ chí minh| hcm)?|đoàn tncs(?: hồ chí minh| hcm)?"), "đoàn thanh niên"],
  [word("bch quân sự|bchqs|bộ chqs|bộ chỉ huy quân sự|ban chqs|ban chỉ huy quân sự"), "quân sự"],
  [word("bcđ"), "ban chỉ đạo"],
  [word("btt"), "ban thường trực"],
];
