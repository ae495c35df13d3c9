export { addressBook, resolveAddressees, type AddressBook } from "./addressing.ts";
export { createUnit, endUnit, renameUnit, setCode, setRelation } from "./editing.ts";
export { ancestorsOf, findUnit, getUnit, reaches, rootUnits, unitsByIds, unitsWithin } from "./reading.ts";
export { edgeBetween, edgesBetween } from "./relating.ts";
export { searchUnits } from "./searching.ts";
export { importUnits } from "./importing/service.ts";
export { exportUnits } from "./importing/export.ts";
export type { Addressees, Edge, ImportReport, NewUnit, UnitKind, UnitRef } from "./contract.ts";
export { actNames, fieldNames, kindNames } from "./messages.ts";
