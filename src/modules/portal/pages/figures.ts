import { grouped } from "../../../kernel/decimals.ts";
import { dot } from "../../../kernel/facts.ts";
import { html, type Html } from "../../../kernel/html.ts";
import type { ShownStatistics, ShownTable } from "../shapes.ts";
import type { Copy, Item } from "../store/public.ts";
import { fieldName, kindName } from "./exemplars.ts";
import { day, dayOf, href, inVietnamese, pager, reader, type Page, type Place } from "./frame.ts";
import { told } from "./words.ts";

export function statisticsListPage(
  place: Place,
  { items, total, page, size }: { items: Item<ShownStatistics>[]; total: number; page: number; size: number },
): Page {
  const t = reader(place.language);
  return {
    title: t(told("statistics")),
    body: html`<h1>${t(told("statistics"))}</h1>
      <p>${t(told("statisticsLead"))}</p>
      ${
        items.length === 0
          ? html`<p>${t(told("nothing"))}</p>`
          : html`<ul class="lines">
              ${items.map(({ slug, title, shown, changed_at }) => html`<li><h3><a${inVietnamese(place)} href="${href(place, `/so-lieu/${slug}`)}">${title}</a></h3><p class="quiet"><span${inVietnamese(place)}>${shown.unit}</span>${dot}${t(told("updated", { day: dayOf(changed_at) }))}</p></li>`)}
            </ul>`
      }${pager(place, { page, total, size, query: new URLSearchParams() })}`,
  };
}

export const columnName = (place: Place, column: string): string => {
  const t = reader(place.language);
  return t(told(column === "recognised" ? "recognisedColumn" : (column as "new" | "kept" | "copied")));
};

export const rowName = (place: Place, table: string, row: string): string =>
  row === "" ? reader(place.language)(told("unknown")) : table === "field" ? fieldName(place, row) : kindName(place, row);

const tableOf = (place: Place, { key, rows, columns, cells }: ShownTable): Html => {
  const t = reader(place.language);
  const title = t(told(key === "field" ? "byField" : "byKind"));
  const cell = (value: number | null | undefined, column: string): Html =>
    html`<td class="number" data-name="${columnName(place, column)}">
      ${value === null || value === undefined ? t(told("withheld")) : grouped(String(value))}
    </td>`;
  return html`<section>
    <h2>${title}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="${title}">
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">${title}</th>
            ${columns.map((column) => html`<th scope="col" class="number">${columnName(place, column)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row, r) =>
              html`<tr>
                <th scope="row">${rowName(place, key, row)}</th>
                ${columns.map((column, c) => cell(cells[r]?.[c], column))}
              </tr>`,
          )}
          <tr class="sum">
            <th scope="row">${t(told("sum"))}</th>
            ${columns.map((column, c) => cell(cells[rows.length]?.[c], column))}
          </tr>
        </tbody>
      </table>
    </div>
  </section>`;
};

export type StatisticsPage = {
  item: Pick<Item<ShownStatistics>, "slug" | "title" | "shown" | "unit_name">;
  editions: { edition: number; opened_at: Date }[];
  /** Which is shown; null: the current one. */
  old: { opened_at: Date; shown: ShownStatistics } | null;
};

export function statisticsPage(place: Place, { item, editions, old }: StatisticsPage): Page {
  const t = reader(place.language);
  const shown = old?.shown ?? item.shown;
  const self = `/so-lieu/${item.slug}`;
  return {
    title: item.title,
    body: html`<article><h1${inVietnamese(place)}>${item.title}</h1>
${old ? html`<p class="answer">${t(told("oldEdition", { day: dayOf(old.opened_at) }))} <a href="${href(place, self)}">${t(told("toCurrent"))}</a></p>` : ""}
${shown.tables.map((table) => tableOf(place, table))}
<p>${t(told("withheldNote"))}</p>
<p>${t(told("download"))}: <a href="/du-lieu/so-lieu.csv">CSV</a>, <a href="/du-lieu/so-lieu.json">JSON</a></p>
${
  editions.length > 1
    ? html`<section>
        <h2>${t(told("editions"))}</h2>
        <ul>
          ${editions.map(({ edition, opened_at }, at) => html`<li><a href="${href(place, at === 0 ? self : `${self}?lan=${edition}`)}">${dayOf(opened_at)}</a>${at === 0 ? ` (${t(told("currentEdition"))})` : ""}</li>`)}
        </ul>
      </section>`
    : ""
}
<p class="source">${t(told("published", { unit: item.unit_name, day: day(shown.asOf) }))}</p></article>`,
  };
}

export type Replication = { byArea: { area: string; year: number | null; count: number }[]; copies: Copy[]; total: number; page: number };

export const copiesOnPage = 30;

export function replicationPage(place: Place, { byArea, copies, total, page }: Replication): Page {
  const t = reader(place.language);
  const years = [...new Set(byArea.flatMap(({ year }) => (year === null ? [] : [year])))].toSorted((a, b) => a - b).slice(-6);
  const areas = [...Map.groupBy(byArea, ({ area }) => area)];
  const groups = [...Map.groupBy(copies, ({ original_slug }) => original_slug)];
  return {
    title: t(told("replication")),
    body: html`<h1>${t(told("replication"))}</h1>
      <p>${t(told("replicationLead"))}</p>
      ${
        total === 0
          ? html`<p>${t(told("noCopies"))}</p>`
          : html`${
                page === 1
                  ? html`<section>
                      <h2>${t(told("byArea"))}</h2>
                      <div class="scroll" tabindex="0" role="region" aria-label="${t(told("byArea"))}">
                        <table class="stack">
                          <thead>
                            <tr>
                              <th scope="col">${t(told("area"))}</th>
                              ${years.map((year) => html`<th scope="col" class="number">${year}</th>`)}
                              <th scope="col" class="number">${t(told("total"))}</th>
                            </tr>
                          </thead>
                          <tbody>
                            ${areas.slice(0, 100).map(
                              ([area, rows]) =>
                                html`<tr>
                                  <th scope="row" ${inVietnamese(place)}>${area}</th>
                                  ${years.map((year) => html`<td class="number" data-name="${year}">${rows.find((row) => row.year === year)?.count ?? ""}</td>`)}
                                  <td class="number" data-name="${t(told("total"))}">${rows.reduce((sum, { count }) => sum + count, 0)}</td>
                                </tr>`,
                            )}
                          </tbody>
                        </table>
                      </div>
                    </section>`
                  : ""
              }
              <section>
                <h2>${t(told("byOriginal"))}</h2>
                ${groups.map(
                  ([slug, rows]) =>
                    html`<h3${inVietnamese(place)}><a href="${href(place, `/mo-hinh/${slug}`)}">${rows[0]?.original_title}</a>${rows[0]?.original_area ? html` <span class="quiet">${rows[0].original_area}</span>` : ""}</h3><ul${inVietnamese(place)}>${rows.map(
                      (copy) =>
                        html`<li>
                          <a href="${href(place, `/mo-hinh/${copy.slug}`)}">${copy.title}</a>,
                          ${[copy.area_name ?? copy.unit_name, copy.year].filter(Boolean).join(", ")}
                        </li>`,
                    )}</ul>`,
                )}
              </section>`
      }${pager(place, { page, total, size: copiesOnPage, query: new URLSearchParams() })}`,
  };
}
