import { createContext, useContext, useMemo, type ReactNode } from "react";
import { useQueries } from "@tanstack/react-query";
import type { Addressee, Unresolved } from "../../../src/modules/documents/contract.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { say } from "./messages.ts";
import styles from "./review.module.css";

/** `from`: where the issuer stands and on which day; null until the issuer is chosen. */
type Known = { byExpression: ReadonlyMap<string, Addressee>; from: { issuer: number; asOf: string } | null };

const AddresseesContext = createContext<Known>({ byExpression: new Map(), from: null });

/** What the expressions of the document mean, for every card below. */
export function AddresseesProvider({ unresolved, children }: { unresolved: Unresolved | undefined; children: ReactNode }) {
  const known = useMemo(
    () => ({
      byExpression: new Map(unresolved?.addressees.map((addressee) => [addressee.expression, addressee])),
      from: unresolved?.issuerUnit ? { issuer: unresolved.issuerUnit.id, asOf: unresolved.asOf } : null,
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
  const { byExpression, from } = useContext(AddresseesContext);
  if (expressions.length === 0) return null;
  return (
    <span className={styles["bodies"]}>
      <span className={styles["factLabel"]}>{label}: </span>
      {expressions.map((expression, index) => {
        const meant = byExpression.get(expression);
        const unknown = from !== null && meant !== undefined && meant.understood === null;
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

type Meaning = Pick<Addressee, "expression" | "understood" | "units" | "left">;

/** Whom the expressions of a form mean, as they are typed: known ones at once, new ones asked of the server. */
export function MeaningOf({ expressions }: { expressions: readonly string[] }) {
  const t = useText();
  const { byExpression, from } = useContext(AddresseesContext);
  const asked = useQueries({
    queries: expressions.map((expression) =>
      orpc.units.addressees.queryOptions({
        input: { expression, issuer: (from?.issuer ?? 1) as never, asOf: from?.asOf ?? "" },
        enabled: from !== null && !byExpression.has(expression) && expression.length <= 500,
        staleTime: 60_000,
      }),
    ),
  });
  const found = expressions.flatMap((expression, index): Meaning[] => {
    const meaning = byExpression.get(expression) ?? asked[index]?.data;
    return meaning ? [{ ...meaning, expression }] : [];
  });
  if (from === null || found.length === 0) return null;
  const unknown = found.filter(({ understood }) => understood === null);
  return (
    <div aria-live="polite">
      <MeantList meanings={found.filter(({ understood }) => understood !== null)} />
      {unknown.length > 0 && (
        <p className={styles["unknownNote"]}>
          {t(say("doubtUnknown", { words: unknown.map(({ expression }) => expression).join("”, “") }))}
        </p>
      )}
    </div>
  );
}

/** Who is meant by the expressions, and who is not though one might think so. */
export function WhoIsMeant({ expressions }: { expressions: readonly string[] }) {
  const { byExpression } = useContext(AddresseesContext);
  return (
    <MeantList
      meanings={expressions.flatMap((expression) => {
        const addressee = byExpression.get(expression);
        return addressee && addressee.understood !== null ? [addressee] : [];
      })}
    />
  );
}

const SHOWN = 8;

function MeantList({ meanings }: { meanings: readonly Meaning[] }) {
  const t = useText();
  const meant = meanings.filter(({ units }) => units.length > 0);
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
