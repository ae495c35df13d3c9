import { readFileSync } from "node:fs";
import { contentKeys } from "../src/modules/exemplars/contract.ts";
import { exemplarPage, galleryPage } from "../src/modules/portal/pages/exemplars.ts";
import { copiesOnPage, replicationPage } from "../src/modules/portal/pages/figures.ts";
import { frame, type Page, type Place } from "../src/modules/portal/pages/frame.ts";
import { planPage } from "../src/modules/portal/pages/plans.ts";
import { listPage, rowsOnPage } from "../src/modules/portal/pages/recognition.ts";
import type { ShownExemplar } from "../src/modules/portal/contract.ts";
import { figure, type Bench } from "./figure.ts";

const kilobyte = 1000;
const day = new Date("2026-03-16T02:00:00Z");
const words = (length: number): string =>
  "Mỗi nhóm mười hộ cử một người nhắc nhau phân loại rác tại nhà. ".repeat(Math.ceil(length / 62)).slice(0, length);
const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

const place: Place = {
  language: "vi",
  path: "/mo-hinh",
  origin: "https://congkhai.tangiang.example.vn",
  site: "Tỉnh Tân Giang",
  styles: "/cong-khai/0123456789ab.css",
};
const picture = { src: `/anh/${"0".repeat(64)}.jpg`, width: 1280, height: 960, caption: words(120), alt: words(120) };
const name = words(150).trim();

/** The fullest exemplar that can be registered and opened: every content as long as it may be. */
const shown: ShownExemplar = {
  words: "",
  name,
  kind: "model",
  field: "culture-society",
  themes: times(10, (at) => `chủ đề số ${at}`),
  lead: words(60),
  area: words(60),
  year: 2026,
  startedOn: "2026-01-02",
  step: 4,
  contents: contentKeys.map((key) => ({ key, text: words(8000) })),
  goals: times(20, (at) => ({
    id: String(at),
    name: words(120),
    unit: "hộ dân",
    baseline: "40",
    goal: "12345",
    reached: { value: "12000", said: "hơn", onDate: "2026-03-01" },
  })),
  adapted: words(500),
  pictures: [],
};
const item = {
  id: "1",
  kind: "exemplar" as const,
  slug: "ngo-khong-rac-thon-doai-xa-binh-lam",
  title: name,
  shown,
  unit_name: words(60),
  field: "culture-society",
  subkind: "model",
  area_name: "Xã Bình Lâm",
  year: 2026,
  themes: [],
  opened_at: day,
  changed_at: new Date(day.getTime() + 1),
};
const recognition = {
  code: "01234-56789-ABCDE",
  list_id: null,
  item_slug: item.slug,
  title: name,
  kind: "model",
  unit_name: words(60),
  area_name: words(30),
  level: "province",
  year: 2026,
  recognised_on: "2026-03-01",
  issuer: words(60),
  number: "123/QĐ-MTTQ-BTT",
  revoked_on: null,
};
const copy = {
  original_slug: item.slug,
  original_title: name,
  original_area: words(30),
  slug: item.slug,
  title: name,
  area_name: "Xã Hòa Phú",
  unit_name: words(60),
  year: 2026,
  adapted: words(300),
};

const pages: Record<string, () => Page> = {
  gallery: () =>
    galleryPage(place, {
      found: times(24, () => ({ item, picture })),
      total: 22_000,
      page: 3,
      size: 24,
      facets: {
        areas: times(150, (id) => ({ id, name: `Xã Bình Lâm số ${id}` })),
        years: times(15, (at) => 2012 + at),
        themes: times(24, (at) => `chủ đề thứ ${at} của phong trào`),
        kinds: ["model", "works", "person", "group"],
        fields: ["economy", "culture-society", "defence-security", "political-system"],
        levels: ["commune", "province", "centre"],
      },
      query: new URLSearchParams({ tim: "rac thai" }),
    }),
  exemplar: () =>
    exemplarPage(place, {
      item,
      pictures: times(12, () => picture),
      recognitions: times(6, () => recognition),
      awards: [],
      copies: times(12, () => copy),
      original: copy,
      stories: times(10, () => ({ slug: item.slug, title: name })),
      part: 1,
    }),
  plan: () =>
    planPage(place, {
      item: {
        ...item,
        shown: {
          words: "",
          title: name,
          docType: "Kế hoạch",
          number: "12/KH-MTTQ-BTT",
          issuer: words(60),
          issueDate: "2026-01-05",
          periodFrom: "2026-01-01",
          periodTo: "2026-12-31",
          year: 2026,
          asOf: "2026-03-16",
          items: times(200, (at) => ({
            id: String(at),
            kind: "target" as const,
            clause: "II.1.a",
            text: words(900),
            figure: "≥ 2 mô hình",
            due: "trước ngày 10/12 hằng năm",
            lastDay: "2026-12-09",
            leads: [words(80), words(80)],
            progress: { done: { value: "1234", unit: "mô hình" }, reached: "57", bound: 130, source: "journal" as const },
          })),
        },
      },
      page: 1,
    }),
  list: () =>
    listPage(place, {
      item: { ...item, shown: { words: "", title: name, number: "1/QĐ", decidedOn: "2026-03-01", issuer: words(60), signer: words(60) } },
      recognitions: times(rowsOnPage, () => recognition),
      awards: [],
      total: 400,
      page: 1,
    }),
  replication: () =>
    replicationPage(place, {
      byArea: times(600, (at) => ({ area: `Xã Bình Lâm ${at % 130}`, year: 2020 + (at % 6), count: 3 })),
      copies: times(copiesOnPage, () => copy),
      total: 900,
      page: 1,
    }),
};

export const publicPagesBench: Bench = {
  name: "public-pages",
  what: "size of public pages at their fullest, without photographs",
  run() {
    const limit = { what: "the limit", value: 50 };
    const styles = readFileSync(new URL("../src/modules/portal/pages/look.css", import.meta.url)).length / kilobyte;
    const figures = Object.entries(pages).map(([key, make]) => {
      const page = frame(place, make());
      if (/<script|<style/.test(page) || page.match(/rel="stylesheet"/g)?.length !== 1)
        throw new Error(`${key}: a script, or more than one style sheet`);
      return figure({
        key,
        what: `the fullest page of kind ${key}, with the one style sheet`,
        value: Buffer.byteLength(page) / kilobyte + styles,
        unit: "kB",
        against: limit,
        goal: 1,
        better: "lower",
      });
    });
    return Promise.resolve({ name: "public-pages", n: figures.length, figures });
  },
};
