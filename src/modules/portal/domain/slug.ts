import { fold } from "../../../kernel/text.ts";

/** A readable address: "Ngõ không rác thôn Đoài" → "ngo-khong-rac-thon-doai". `taken` decides when a number is needed. */
export async function slugFor(title: string, taken: (slug: string) => Promise<boolean>): Promise<string> {
  const base =
    fold(title)
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 70)
      .replace(/-+$/, "") || "muc";
  if (!(await taken(base))) return base;
  for (let n = 2; ; n++) if (!(await taken(`${base}-${n}`))) return `${base}-${n}`;
}
