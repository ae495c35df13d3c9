import type { Text } from "../../../kernel/language.ts";
import { kindNames, type UnitKind } from "../../units/index.ts";
import type { Series } from "../contract/figures.ts";

const levels: Partial<Record<string, Text>> = {
  country: { vi: "trung ương", en: "central level" },
  province: { vi: "cấp tỉnh", en: "province level" },
  district: { vi: "cấp huyện", en: "district level" },
  commune: { vi: "cấp xã", en: "commune level" },
  "residential-area": { vi: "ở khu dân cư", en: "residential areas" },
};

/** "front@commune" as people say it: "Mặt trận cấp xã". */
export function seriesName(series: Series): Text {
  const [kind = "", level = ""] = series.split("@");
  const body = kindNames[kind as UnitKind] ?? { vi: kind, en: kind };
  const at = kind === level ? undefined : levels[level];
  return { vi: [body.vi, at?.vi].filter(Boolean).join(" "), en: [body.en, at?.en].filter(Boolean).join(", ") };
}
