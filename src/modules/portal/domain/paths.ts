import type { PublicationKind } from "../shapes.ts";

const folders: Record<PublicationKind, string> = {
  exemplar: "/mo-hinh",
  plan: "/ke-hoach",
  recognition: "/khen-thuong",
  award: "/khen-thuong",
  story: "/guong-sang",
  statistics: "/so-lieu",
  contest: "/hoi-thi",
};

/** Where the public finds it. */
export const publicPath = (kind: PublicationKind, slug: string): string => `${folders[kind]}/${slug}`;
