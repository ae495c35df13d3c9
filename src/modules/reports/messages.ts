import type { ActNames, FieldNames } from "../audit/contract.ts";

export const actNames: ActNames = {};

export const fieldNames: FieldNames = {};
