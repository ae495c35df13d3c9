export { ancestorsOf, findUnit, getUnit, reaches, unitsByIds, unitsWithin } from "./reading.ts";
export type { Addressees, Edge, UnitKind, UnitRef } from "./contract.ts";
