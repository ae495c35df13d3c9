/** Bodies that have work to do but do not get the document. */
import { fold } from "../../../../kernel/text.ts";
import { basis } from "../basis.ts";
import type { Rule } from "../rule.ts";
import { say } from "./messages.ts";

/** A group in the recipients covers every body of these kinds (folded beginnings of names). */
const groups: readonly { said: RegExp; covers: RegExp }[] = [
  {
    said: /cac so|so, ?ban|cac co quan|don vi|ban,? nganh/,
    covers:
      /^(?:so|ban|chi cuc|cuc|cong an|bo chi huy|bao|dai|trung tam|kho bac|ngan hang|thanh tra|van phong|truong|tram|phong|bao hiem|toa an|vien|to|co quan|don vi|cac)/,
  },
  {
    said: /doan the|to chuc thanh vien|chinh tri|to chuc tv|cac hoi/,
    covers: /^(?:hoi|doan|lien doan|cong doan|lien hiep|tinh doan|huyen doan|to chuc|cac|lien minh)/,
  },
  {
    said: /(?:cac|thuong truc|btt|ban thuong truc).*(?:xa|phuong|huyen|dac khu|thanh pho|tp|thi tran)/,
    covers: /(?:xa|phuong|huyen|dac khu|thanh pho|dia phuong|thi xa)/,
  },
  { said: /cac (?:phong|ban)|phong,? ban/, covers: /^(?:phong|ban|van phong|to|uy ban kiem tra)/ },
  {
    said: /chi bo|truong thon|ban c(?:ong tac )?mt|ban ctmt|khu dan cu|to dan pho|khu pho/,
    covers: /^(?:chi bo|ban cong tac|ban ctmt|truong thon|thon|khu|to)/,
  },
  { said: /dang uy|cap uy|to chuc dang|chi,? dang bo/, covers: /^(?:dang uy|cap uy|chi bo|cac cap uy|dang bo|cac dang)/ },
];

const SKIP =
  /^(?:cac cap|moi|tung|nguoi|can bo|dong chi|cac dong chi|d\/c|chu tich|pho|bi thu|thu truong|lanh dao|thanh vien|chinh quyen|ban to chuc|to |doan (?:kiem|giam|cong)|cac (?:co quan|don vi|dia phuong|nganh|to chuc)|co quan|don vi|dia phuong|toan |mttq$|uy ban mttq$|cap uy|luc luong|nhan dan|ban bien|hoi dong|ban chi dao)/;

/** A name that says what kind of body it is; a bare place ("Chợ Mới" in a list of districts) is part of another name. */
const BODY =
  /^(?:so|ban|phong|hoi|doan|lien doan|cong an|uy ban|hoi dong|bo|chi cuc|cuc|bao|dai|trung tam|toa an|vien|ngan hang|kho bac|tinh doan|lien hiep|lien minh|dang uy|van phong|thanh tra|truong)/;

const HEAD = /^(?:so|ban|phong|hoi|doan|bo|cong an|van phong|trung tam|lien doan|uy ban|ban thuong truc|thuong truc|bao|dai)\s+/u;

/** Words of a name that tell it from its like: "So Noi vu" → "noi vu"; a name that is all head ("Cong an xa") is its head. */
function core(name: string): string[] {
  const words = (text: string): string[] =>
    text.split(/[^a-z0-9]+/u).filter((word) => word.length > 1 && !/^(?:va|tinh|huyen|xa|phuong|thanh|pho|cac|viet|nam|cap)$/u.test(word));
  const rest = words(name.replace(HEAD, ""));
  return rest.length > 0 ? rest : words(name);
}

const abbreviations: readonly [RegExp, string][] = [
  [/\bub ?mttq ?(?:vn)?\b|\bmttq ?vn\b|\bmttq\b/gu, "mat tran to quoc"],
  [/\bubnd\b/gu, "uy ban nhan dan"],
  [/\bhdnd\b/gu, "hoi dong nhan dan"],
  [/\bvp\b/gu, "van phong"],
  [/\bbtt\b/gu, "ban thuong truc"],
  [/\bca\b/gu, "cong an"],
  [/\bldld\b/gu, "lien doan lao dong"],
  [/\bhnd\b|\bhoi nd\b/gu, "hoi nong dan"],
  [/\bccb\b/gu, "cuu chien binh"],
  [/\blhpn\b/gu, "lien hiep phu nu"],
  [/\btn(?:cs)?(?: ho chi minh|hcm)?\b/gu, "thanh nien"],
  [/\bctmt\b/gu, "cong tac mat tran"],
  [/\bmt\b/gu, "mat tran"],
  [/\btdp\b/gu, "to dan pho"],
  [/\bkdc\b/gu, "khu dan cu"],
  [/\bnh\b/gu, "ngan hang"],
  [/\bcn\b/gu, "chi nhanh"],
  [/\bubtw\b/gu, "uy ban trung uong"],
  [/\btw\b/gu, "trung uong"],
  [/\bgd ?& ?dt\b/gu, "giao duc va dao tao"],
];

const full = (text: string): string => abbreviations.reduce((said, [find, words]) => said.replace(find, words), fold(text));

/** "Sở: Nội vụ, Y tế, KHCN" holds "Khoa học và Công nghệ" by its initials; letters that recognition tore apart count too. */
function mentions(line: string, words: readonly string[]): boolean {
  if (words.every((word) => line.includes(word)) || line.replace(/ /gu, "").includes(words.join(""))) return true;
  const initials = words.map(([letter]) => letter).join("");
  return initials.length > 1 && line.split(/[^a-z]+/u).some((word) => word === initials);
}

const notRecipient: Rule = {
  id: "obligation/not-recipient",
  severity: "look",
  find({ plan: { header, tasks }, parts, sheet }) {
    const recipients = header.recipients.map(full);
    // "Như trên" and "Như Điều 2" stand for addressees that are elsewhere; a cut block says nothing.
    if (!parts.isPlan || recipients.length < 4 || recipients.some((line) => /^nhu |nhu (?:tren|dieu|muc|phan)/u.test(line))) return [];
    const issuer = full(`${header.issuer ?? ""} ${header.issuerParent ?? ""}`);
    const missing = new Map<string, { shown: string; span: (typeof tasks)[number]["span"] }>();
    for (const { lead, span } of tasks) {
      for (const shown of lead) {
        const name = full(shown);
        if (
          !BODY.test(name) ||
          SKIP.test(fold(shown)) ||
          name.length < 6 ||
          issuer.includes(name) ||
          missing.has(name) ||
          shown.length > 90
        )
          continue;
        const words = core(name);
        if (words.length === 0 || recipients.some((line) => mentions(line, words))) continue;
        // The issuer's own boards and offices hear of it inside the house.
        if (/^(?:van phong|ban thuong truc|thuong truc)/u.test(name) || words.every((word) => issuer.includes(word))) continue;
        if (groups.some(({ said, covers }) => covers.test(name) && recipients.some((line) => said.test(line)))) continue;
        missing.set(name, { shown, span });
      }
    }
    if (missing.size === 0) return [];
    const list = [...missing.values()];
    return [
      {
        places: list.map(({ span }) => sheet.range(span)),
        reason: say("notRecipient", {
          count: list.length,
          list:
            list
              .slice(0, 6)
              .map(({ shown }) => shown)
              .join("; ") + (list.length > 6 ? "; …" : ""),
        }),
        basis: basis.recipients(parts.form),
        mend: say("notRecipientMend"),
        about: [...missing.keys()].join(";"),
      },
    ];
  },
};

export const recipientRules: Rule[] = [notRecipient];
