import { createContext, useContext, useMemo, type ReactNode } from "react";
import type { Addressee, Unresolved } from "../../../src/modules/documents/contract.ts";
import { useText } from "../../shell/language.tsx";
import { say } from "./messages.ts";
import styles from "./review.module.css";

type Known = { byExpression: ReadonlyMap<string, Addressee>; hasIssuer: boolean };

const AddresseesContext = createContext<Known>({ byExpression: new Map(), hasIssuer: false });

/** What the expressions of the document mean, for every card below. */
export function AddresseesProvider({ unresolved, children }: { unresolved: Unresolved | undefined; children: ReactNode }) {
  const known = useMemo(
    () => ({
      byExpression: new Map(unresolved?.addressees.map((addressee) => [addressee.expression, addressee])),
      hasIssuer: unresolved?.issuerUnit !== null && unresolved !== undefined,
    }),
    [unresolved],
  );
  return <AddresseesContext value={known}>{children}</AddresseesContext>;
}

/** Expressions of this document, to offer again in forms. */
export function useKnownExpressions(): string[] {
  const { byExpression } = useContext(AddresseesContext);
  return useMemo(() => [...byExpression.keys()], [byExpression]);
}

/** "mỗi xã, phường (129 đơn vị)"; an expression that nobody understood stands out. */
export function Bodies({ label, expressions }: { label: string; expressions: readonly string[] }) {
  const t = useText();
  const { byExpression, hasIssuer } = useContext(AddresseesContext);
  if (expressions.length === 0) return null;
  return (
    <span className={styles["bodies"]}>
      <span className={styles["factLabel"]}>{label}: </span>
      {expressions.map((expression, index) => {
        const meant = byExpression.get(expression);
        const unknown = hasIssuer && meant !== undefined && meant.understood === null;
        return (
          <span key={expression}>
            {index > 0 && "; "}
            <span className={unknown ? styles["unknown"] : undefined}>{expression}</span>
            {unknown && <span className={styles["unknownNote"]}> ({t(say("notUnderstood"))})</span>}
            {meant && meant.units.length > 1 && (
              <span className={styles["quiet"]}> ({t(say("meansUnits", { count: meant.units.length }))})</span>
            )}
          </span>
        );
      })}
    </span>
  );
}

const SHOWN = 8;

/** Who is meant by the expressions, and who is not though one might think so. */
export function WhoIsMeant({ expressions }: { expressions: readonly string[] }) {
  const t = useText();
  const { byExpression } = useContext(AddresseesContext);
  const meant = expressions.flatMap((expression) => {
    const addressee = byExpression.get(expression);
    return addressee && addressee.understood !== null && addressee.units.length > 0 ? [addressee] : [];
  });
  if (meant.length === 0) return null;
  return (
    <ul className={styles["meant"]}>
      {meant.map(({ expression, units, left }) => (
        <li key={expression}>
          <strong>{expression}</strong> – {t(say("understoodAs"))}{" "}
          {units
            .slice(0, SHOWN)
            .map(({ name }) => name)
            .join(", ")}
          {units.length > SHOWN && ` ${t(say("andMore", { count: units.length - SHOWN }))}`}
          {left.length > 0 && (
            <span className={styles["quiet"]}>
              {" "}
              {t(say("notMeant"))}{" "}
              {left
                .slice(0, 4)
                .map(({ unit, why }) => `${unit.name} (${t(why)})`)
                .join("; ")}
              {left.length > 4 && ` ${t(say("andMore", { count: left.length - 4 }))}`}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
