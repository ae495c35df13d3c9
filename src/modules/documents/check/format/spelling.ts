/** One text keeps to one spelling: tone placement, slips, words written twice. */
import { oneTone } from "../../../../kernel/text.ts";
import { basis } from "../basis.ts";
import { neverDoubled, slips } from "../lexicon/slips.ts";
import type { Hit, Rule } from "../rule.ts";
import type { Block } from "../sheet.ts";
import { say } from "./messages.ts";
import { wrongMarks } from "./words.ts";

/** A syllable that ends in oa, oe or uy: its tone may stand on either vowel. */
const TONED = /(?<!\p{L})\p{L}{0,3}(?:[oòóỏõọ][aàáảãạeèéẻẽẹ]|[uùúủũụ][yỳýỷỹỵ])(?!\p{L})/giu;
const NEW_STYLE = /(?:[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ])$/u;

const tones: Rule = {
  id: "format/tone-placement",
  severity: "hint",
  find({ sheet: { flow } }) {
    const byWord = new Map<string, { old: Block[]; fresh: Block[] }>();
    for (const { 0: word, index } of flow.matchAll(TONED)) {
      // "quý" has no second spelling; a syllable without a tone neither.
      // Names keep the spelling of their bearers; "Ủy" begins a name of bodies.
      if (
        /^q/iu.test(word) ||
        (/^\p{Lu}/u.test(word) && !/^[UÙÚỦŨỤ][yỳýỷỹỵYỲÝỶỸỴ]/u.test(word)) ||
        word.normalize("NFD").replace(/[^\u0300\u0301\u0303\u0309\u0323]/gu, "") === ""
      )
        continue;
      const key = oneTone(word).toLowerCase();
      const both = byWord.get(key) ?? { old: [], fresh: [] };
      (NEW_STYLE.test(word) ? both.fresh : both.old).push({ start: index, end: index + word.length });
      byWord.set(key, both);
    }
    const mixed = [...byWord].filter(([, { old, fresh }]) => old.length > 0 && fresh.length > 0);
    if (mixed.length === 0) return [];
    const rare = mixed.flatMap(([, { old, fresh }]) => (old.length < fresh.length ? old : fresh)).sort((a, b) => a.start - b.start);
    const pairs = mixed
      .slice(0, 4)
      .map(([, { old, fresh }]) => `“${wordAt(flow, fresh[0])}” (${fresh.length}) / “${wordAt(flow, old[0])}” (${old.length})`);
    return [
      { places: rare, reason: say("toneMixed", { pairs: pairs.join("; ") }), basis: basis.spelling, mend: say("toneMend"), about: "tones" },
    ];
  },
};

const wordAt = (flow: string, place: Block | undefined): string => (place ? flow.slice(place.start, place.end) : "");

const slipRule: Rule = {
  id: "format/slip",
  severity: "look",
  find({ sheet: { flow } }) {
    const listed = slips.flatMap(({ find, right }): Hit[] => {
      const places = [...flow.matchAll(find)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
      if (places.length === 0) return [];
      return [
        {
          places,
          reason: say("slip", { printed: wordAt(flow, places[0]).trim(), right: right.trim() }),
          basis: basis.spelling,
          mend: say("write", { right: right.trim() }),
        },
      ];
    });
    return [...listed, ...wrongMarks(flow)];
  },
};

const doubled: Rule = {
  id: "format/doubled-word",
  severity: "look",
  find({ sheet: { flow } }) {
    return [...flow.matchAll(neverDoubled)].map(({ 0: words, 1: word = "", index }) => ({
      places: [{ start: index, end: index + words.length }],
      reason: say("doubled", { word }),
      basis: basis.spelling,
      mend: say("write", { right: word }),
    }));
  },
};

export const spellingRules: Rule[] = [tones, slipRule, doubled];
