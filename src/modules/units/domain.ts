/** Areas from the top down, then bodies. Whether a commune is a xã or a phường is in its name, not in its kind. */
export const areaKinds = ["country", "province", "district", "commune", "residential-area"] as const;
export const bodyKinds = [
  "party-committee",
  "peoples-council",
  "peoples-committee",
  "front",
  "trade-union",
  "farmers-union",
  "womens-union",
  "youth-union",
  "veterans",
  "department",
  "armed-force",
  "school",
  "steering-committee",
  "board",
  "office",
  "other-body",
] as const;
export const unitKinds = [...areaKinds, ...bodyKinds] as const;

export type AreaKind = (typeof areaKinds)[number];
export type BodyKind = (typeof bodyKinds)[number];
type Kind = (typeof unitKinds)[number];

export const isArea = (kind: Kind): kind is AreaKind => (areaKinds as readonly string[]).includes(kind);

/** The five socio-political organisations (tổ chức chính trị - xã hội). */
export const socioPoliticalKinds = [
  "trade-union",
  "farmers-union",
  "womens-union",
  "youth-union",
  "veterans",
] as const satisfies BodyKind[];
