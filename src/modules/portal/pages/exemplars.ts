import { facts } from "../../../kernel/facts.ts";
import { grouped } from "../../../kernel/decimals.ts";
import { html, type Html } from "../../../kernel/html.ts";
import { contentNames, fieldTitles, kindNames } from "../../exemplars/index.ts";
import type { ShownExemplar } from "../shapes.ts";
import type { Award, Copy, Facets, Item, Recognition } from "../store/public.ts";
import { day, dayOf, href, inVietnamese, pager, prose, reader, type Page, type Place } from "./frame.ts";
import { levelNames, told } from "./words.ts";

export type Picture = { src: string; width: number | null; height: number | null; caption: string; alt: string };

export const fieldName = (place: Place, field: string | null): string =>
  fieldTitles[field as keyof typeof fieldTitles]?.[place.language] ?? "";
export const kindName = (place: Place, kind: string | null): string => kindNames[kind as keyof typeof kindNames]?.[place.language] ?? "";
export const levelName = (place: Place, level: string): string => levelNames[level]?.[place.language] ?? level;

/** Photographs come when they are near the screen, and their place is kept until then. */
export const image = ({ src, width, height, alt }: Picture, fallback: string): Html =>
  html`<img src="${src}" width="${width ?? 640}" height="${height ?? 480}" loading="lazy" decoding="async" alt="${alt || fallback}" />`;

export type Card = { item: Item<ShownExemplar>; picture: Picture | null };

export const cards = (place: Place, found: readonly Card[]): Html =>
  html`<ul class="cards" ${inVietnamese(place)}>
    ${found.map(
      ({ item, picture }) =>
        html`<li>
          ${picture ? image({ ...picture, alt: "" }, "") : ""}
          <div>
            <h3><a href="${href(place, `/mo-hinh/${item.slug}`)}">${item.title}</a></h3>
            <p class="quiet">${facts([kindName(place, item.subkind), fieldName(place, item.field)])}</p>
            <p class="quiet">${facts([item.shown.area, item.year])}</p>
          </div>
        </li>`,
    )}
  </ul>`;

export type Gallery = {
  found: Card[];
  total: number;
  page: number;
  size: number;
  facets: Facets;
  /** As the address has it. */
  query: URLSearchParams;
};

type Choice = { name: string; label: string; options: { value: string; text: string }[] };

export function galleryPage(place: Place, { found, total, page, size, facets, query }: Gallery): Page {
  const t = reader(place.language);
  const choices: Choice[] = [
    { name: "linh-vuc", label: t(told("field")), options: facets.fields.map((value) => ({ value, text: fieldName(place, value) })) },
    { name: "loai", label: t(told("kind")), options: facets.kinds.map((value) => ({ value, text: kindName(place, value) })) },
    { name: "chu-de", label: t(told("theme")), options: facets.themes.map((value) => ({ value, text: value })) },
    { name: "dia-ban", label: t(told("area")), options: facets.areas.map(({ id, name }) => ({ value: String(id), text: name })) },
    { name: "cap", label: t(told("level")), options: facets.levels.map((value) => ({ value, text: levelName(place, value) })) },
    { name: "nam", label: t(told("year")), options: facets.years.map((year) => ({ value: String(year), text: String(year) })) },
  ];
  const chosen = (name: string): string => query.get(name) ?? "";
  const filtered = [...query].some(([name, value]) => name !== "trang" && value !== "");
  return {
    title: t(told("exemplars")),
    body: html`<h1>${t(told("exemplars"))}</h1>
      <form class="find" action="${href(place, "/mo-hinh")}" role="search">
        <p class="words">
          <label for="tim">${t(told("find"))}</label
          ><input id="tim" type="search" name="tim" maxlength="100" value="${chosen("tim")}" aria-describedby="tim-goi-y" /><span
            id="tim-goi-y"
            class="quiet"
            >${t(told("findHint"))}</span
          >
        </p>
        <div class="choices">
          ${choices
            .filter(({ options }) => options.length > 0)
            .map(
              ({ name, label, options }) =>
                html`<p>
                  <label for="${name}">${label}</label
                  ><select id="${name}" name="${name}">
                    <option value="">${t(told("any"))}</option>
                    ${options.map(
                      ({ value, text }) => html`<option value="${value}" ${value === chosen(name) ? html` selected` : ""}>${text}</option>`,
                    )}
                  </select>
                </p>`,
            )}
        </div>
        <p><button>${t(told("search"))}</button> ${filtered ? html`<a href="${href(place, "/mo-hinh")}">${t(told("clear"))}</a>` : ""}</p>
      </form>
      <h2>${t(told("found", { n: grouped(String(total)) }))}</h2>
      ${found.length === 0 ? html`<p>${t(told(filtered ? "nothingFound" : "nothing"))}</p>` : cards(place, found)}
      ${pager(place, { page, total, size, query })}`,
  };
}

export type ExemplarPage = {
  item: Pick<Item<ShownExemplar>, "slug" | "title" | "shown" | "unit_name" | "opened_at" | "changed_at">;
  pictures: Picture[];
  recognitions: Recognition[];
  awards: Award[];
  copies: Copy[];
  original: Copy | null;
  stories: { slug: string; title: string }[];
  part: number;
};

/** Contents that one page holds, in characters: with everything around them it stays below 50 kB. */
const partSize = 8_000;

/** Contents in parts that each fit a page. */
export function partsOf<T extends { text: string }>(contents: readonly T[]): T[][] {
  const parts: T[][] = [];
  let left = 0;
  for (const content of contents) {
    if (content.text.length > left || parts.length === 0) {
      parts.push([]);
      left = Math.max(partSize, content.text.length);
    }
    parts.at(-1)?.push(content);
    left -= content.text.length;
  }
  return parts.length === 0 ? [[]] : parts;
}

const figure = (place: Place, value: string | null, unit: string): string => {
  const t = reader(place.language);
  return value === null ? `${t(told("few"))} ${unit}` : `${grouped(value)} ${unit}`;
};

const goalRows = (place: Place, goals: ShownExemplar["goals"]): Html => {
  const t = reader(place.language);
  return html`<section>
    <h2>${t(told("goals"))}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="${t(told("goals"))}">
      <table class="stack" ${inVietnamese(place)}>
        <thead>
          <tr>
            <th scope="col">${t(told("goal"))}</th>
            <th scope="col" class="number">${t(told("before"))}</th>
            <th scope="col" class="number">${t(told("target"))}</th>
            <th scope="col" class="number">${t(told("reached"))}</th>
          </tr>
        </thead>
        <tbody>
          ${goals.map(
            ({ name, unit, baseline, goal, reached }) =>
              html`<tr>
                <th scope="row">${name}</th>
                <td class="number" data-name="${t(told("before"))}">${baseline === undefined ? "–" : figure(place, baseline, unit)}</td>
                <td class="number" data-name="${t(told("target"))}">${figure(place, goal, unit)}</td>
                <td class="number" data-name="${t(told("reached"))}">
                  ${
                    reached
                      ? html`${reached.said ? `${reached.said} ` : ""}${figure(place, reached.value, unit)}<br /><span class="quiet"
                            >${t(told("asOf", { day: day(reached.onDate) }))}</span
                          >`
                      : html`<span class="quiet">${t(told("notYet"))}</span>`
                  }
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
};

export const recognitionLine = (place: Place, row: Recognition): Html => {
  const t = reader(place.language);
  return html`<li><strong>${levelName(place, row.level)}</strong>, ${row.year}: <span${inVietnamese(place)}>${t(told("decision", { number: row.number, day: day(row.recognised_on) }))}${row.issuer ? ` – ${row.issuer}` : ""}</span>${
    row.revoked_on ? html` <strong>${t(told("revoked", { day: day(row.revoked_on) }))}</strong>` : ""
  } <a href="${href(place, `/xac-minh/${row.code}`)}">${t(told("certificate"))}</a></li>`;
};

export function exemplarPage(place: Place, { item, pictures, recognitions, awards, copies, original, stories, part }: ExemplarPage): Page {
  const t = reader(place.language);
  const { shown } = item;
  const parts = partsOf(shown.contents);
  const at = Math.min(Math.max(part, 1), parts.length);
  const facts: [string, string | null][] = [
    [t(told("kind")), kindName(place, shown.kind)],
    [t(told("field")), fieldName(place, shown.field)],
    [t(told("area")), shown.area],
    [t(told("leadUnit")), shown.lead],
    shown.startedOn ? [t(told("since")), day(shown.startedOn)] : [t(told("ofYear")), shown.year ? String(shown.year) : null],
    [t(told("step")), shown.step ? t(told("stepOf", { step: shown.step })) : null],
    [t(told("theme")), shown.themes.join(", ") || null],
  ];
  const [first] = pictures;
  return {
    title: item.title,
    description:
      shown.contents.find(({ key }) => key === "output" || key === "method")?.text ?? `${item.title}, ${shown.area ?? shown.lead}`,
    image: first ? { src: first.src, alt: first.alt || item.title } : null,
    body: html`<article>
<h1${inVietnamese(place)}>${item.title}</h1>
<dl class="facts">${facts.map(([name, value]) => (value ? html`<div><dt>${name}</dt><dd${inVietnamese(place)}>${value}</dd></div>` : ""))}</dl>
${
  at === 1 && pictures.length > 0
    ? html`<section>
        <h2>${t(told("pictures"))}</h2>
        <ul class="pictures" ${inVietnamese(place)}>
          ${pictures.map(
            (picture) =>
              html`<li>
                <figure>
                  ${image(picture, t(told("photo", { name: item.title })))}${picture.caption ? html`<figcaption>${picture.caption}</figcaption>` : ""}
                </figure>
              </li>`,
          )}
        </ul>
      </section>`
    : ""
}
${at === 1 && shown.goals.length > 0 ? goalRows(place, shown.goals) : ""}
<div${inVietnamese(place)}>${(parts[at - 1] ?? []).map(
      ({ key, text }) =>
        html`<section>
          <h2>${contentNames[key].name[place.language]}</h2>
          ${prose(text)}
        </section>`,
    )}</div>
${parts.length > 1 ? html`<nav class="pager" aria-label="${t(told("part", { part: at, parts: parts.length }))}">${parts.map((_, n) => (n + 1 === at ? html`<span aria-current="page">${t(told("part", { part: n + 1, parts: parts.length }))}</span>` : html`<a href="${href(place, `/mo-hinh/${item.slug}?phan=${n + 1}`)}">${t(told("part", { part: n + 1, parts: parts.length }))}</a>`))}</nav>` : ""}
${
  recognitions.length + awards.length > 0
    ? html`<section>
        <h2>${t(told("recognised"))}</h2>
        <ul>
          ${recognitions.map((row) => recognitionLine(place, row))}${awards.map(
            (award) =>
              html`<li${inVietnamese(place)}><strong>${award.form}</strong>: ${award.name}, ${t(told("decision", { number: award.number, day: day(award.granted_on) }))} – ${award.granter}</li>`,
          )}
        </ul>
      </section>`
    : ""
}
${
  original || copies.length > 0
    ? html`<section>
        <h2>${t(told("replication"))}</h2>
        ${original ? html`<p>${t(told("copiedFrom"))}: <a${inVietnamese(place)} href="${href(place, `/mo-hinh/${original.original_slug}`)}">${original.original_title}</a>${original.original_area ? `, ${original.original_area}` : ""}.</p>` : ""}
        ${original && shown.adapted ? html`<p>${t(told("adapted"))}: <span${inVietnamese(place)}>${shown.adapted}</span></p>` : ""}
        ${copies.length > 0 ? html`<h3>${t(told("copies"))}</h3><ul${inVietnamese(place)}>${copies.map((copy) => html`<li><a href="${href(place, `/mo-hinh/${copy.slug}`)}">${copy.title}</a>, ${[copy.area_name ?? copy.unit_name, copy.year].filter(Boolean).join(", ")}</li>`)}</ul>` : ""}
      </section>`
    : ""
}
${stories.length > 0 ? html`<section><h2>${t(told("stories"))}</h2><ul${inVietnamese(place)}>${stories.map(({ slug, title }) => html`<li><a href="${href(place, `/guong-sang/${slug}`)}">${title}</a></li>`)}</ul></section>` : ""}
<p class="source">${t(told("published", { unit: item.unit_name, day: dayOf(item.opened_at) }))}${item.changed_at.getTime() === item.opened_at.getTime() ? "" : ` ${t(told("updated", { day: dayOf(item.changed_at) }))}`}</p>
</article>`,
  };
}
