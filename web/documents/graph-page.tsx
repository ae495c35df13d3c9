import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { facts } from "../../src/kernel/facts.ts";
import type { Chain, ChainLink, CitedDocument } from "../../src/modules/documents/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { useMay } from "../shell/session.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { Busy } from "../ui/busy.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Section } from "../ui/section.tsx";
import styles from "./register.module.css";
import { say } from "./register-messages.ts";
import { citedName, copyName, dayName, graphOf, occasionName } from "./register-names.ts";
import { UploadSection } from "./upload-section.tsx";

/** One document of the citation graph, registered or only cited: who carries it out, what it stands on, what comes next. */
export function GraphPage() {
  const t = useText();
  const search = useSearch({ from: "/staff/documents/graph" });
  const { document, number, title, date } = search;
  const asked = document ? { document } : title ? { title, date } : { number: number ?? "", date };
  const query = useQuery(orpc.documents.chain.queryOptions({ input: asked }));
  if (query.isPending) return <Busy rows={6} />;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  const chain = query.data;
  const { subject, copies } = chain;
  return (
    <>
      <PageHeader
        title={citedName(t, subject)}
        note={facts([subject.issuer, subject.number === null ? null : subject.title])}
        badge={
          <StateBadge tone={copies.length > 0 ? "good" : "neutral"}>
            {t(say(copies.length > 0 ? "inRegister" : "notInRegister"))}
          </StateBadge>
        }
        back={{ to: "/documents", text: t(say("back")) }}
      />
      {chain.endedBy.map(({ document, line, words, how }) => (
        <p key={document.id} className={styles["warning"]}>
          {t(say(how === "replaced" ? "endedReplaced" : "endedEnded"))}{" "}
          <Link to="/documents/$documentId/review" params={{ documentId: document.id }} search={{ line: line ?? undefined }}>
            {copyName(t, document)}
          </Link>
          : <q>{words}</q>
        </p>
      ))}
      {chain.unlikeIssuers && <p className={styles["warning"]}>{t(say("unlikeIssuers"))}</p>}
      <Registered chain={chain} />
      <CarriedOut chain={chain} />
      <StandsOn chain={chain} />
      {chain.sameNumber.length > 0 && (
        <Section title={t(say("sameNumber"))} note={t(say("sameNumberNote"))}>
          <ul className={styles["list"]}>
            {chain.sameNumber.map((other) => (
              <li key={other.node}>
                <span className={styles["what"]}>
                  <NodeLink node={other} />
                </span>
                <span className={styles["quiet"]}>{t(say("wantedTimes", { count: other.citedBy }))}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {chain.milestones.length > 0 && (
        <Section title={t(say("milestones"))} note={t(say("milestonesNote"))}>
          <ul className={styles["years"]}>
            {chain.milestones.map((milestone) => (
              <li key={`${milestone.years}${milestone.day}`}>
                {occasionName(t, milestone)}:{" "}
                <Link to="/documents/reviews-due" search={{ year: Number(milestone.day.slice(0, 4)) }}>
                  {dayName(t, milestone.day)}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** Where the graph goes on: every document has its own page, in the register or not. */
function NodeLink({ node }: { node: CitedDocument }) {
  const t = useText();
  return (
    <>
      <Link to="/documents/graph" search={graphOf(node)}>
        {citedName(t, node)}
      </Link>
      {node.date === null && node.number !== null && <span className={styles["quiet"]}> ({t(say("dayUnknown"))})</span>}
    </>
  );
}

/** The copies here, or the one upload that is missing. */
function Registered({ chain }: { chain: Chain }) {
  const t = useText();
  const may = useMay();
  const { copies, subject } = chain;
  const [uploaded, setUploaded] = useState<string | null>(null);
  return (
    <>
      {uploaded && <Uploaded id={uploaded} wanted={subject} fits={copies.length > 0} />}
      {copies.length > 0 ? (
        <Section title={t(say("copies"))}>
          <ul className={styles["list"]}>
            {copies.map((copy) => (
              <li key={copy.id}>
                <span className={styles["what"]}>
                  <Link to="/documents/$documentId" params={{ documentId: copy.id }}>
                    {copy.subject ?? copyName(t, copy)}
                  </Link>
                </span>
                <span className={styles["quiet"]}>{t(say("keptBy", { unit: copy.unit.name }))}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : (
        may("document:upload") && (
          <Section title={t(say("uploadThis"))} note={t(say("uploadThisNote", { name: citedName(t, subject) }))}>
            <div className={styles["upload"]}>
              <UploadSection onUploaded={setUploaded} />
            </div>
          </Section>
        )
      )}
    </>
  );
}

/** Waits until the upload is read, then says whether it is the document that was wanted. */
function Uploaded({ id, wanted, fits }: { id: string; wanted: CitedDocument; fits: boolean }) {
  const t = useText();
  const client = useQueryClient();
  const document = useQuery({
    ...orpc.documents.get.queryOptions({ input: { id } }),
    refetchInterval: ({ state }) => (state.data?.state === "compiling" || state.data?.state === "recognising" ? 1500 : false),
  });
  const isRead = document.data?.state === "review" || document.data?.state === "reviewed";
  useEffect(() => {
    if (isRead) void client.invalidateQueries({ queryKey: orpc.documents.chain.key() });
  }, [isRead, client]);
  if (document.error) return <ErrorNote error={document.error} />;
  if (!document.data || document.data.state === "compiling" || document.data.state === "recognising")
    return <Busy what={t(say("uploadReading"))} after={0} />;
  const { docType, number, date, subject, fileName } = document.data;
  if (fits)
    return (
      <p className={styles["done"]} role="status">
        {t(say("uploadFits"))}
      </p>
    );
  const name = citedName(t, { type: docType, number, date, title: subject ?? fileName });
  return (
    <p className={styles["warning"]} role="status">
      {name === citedName(t, wanted) ? t(say("uploadReading")) : t(say("uploadOther", { name }))}{" "}
      <Link to="/documents/$documentId" params={{ documentId: id }}>
        {t(say("openDocument"))}
      </Link>
    </p>
  );
}

function CarriedOut({ chain }: { chain: Chain }) {
  const t = useText();
  const { carriedOutBy: links, units, cut } = chain;
  const levels = links.reduce((most, { level }) => Math.max(most, level), 0);
  return (
    <Section
      title={t(say("carriedOutBy"))}
      note={links.length > 0 && t(say("carriedOutBySum", { documents: links.length, units: units.length, levels }))}
    >
      {links.length === 0 && <p className={styles["quiet"]}>{t(say("carriedOutByNone"))}</p>}
      {units.length > 0 && (
        <ul className={styles["units"]} aria-label={t(say("byUnits"))}>
          {units.map(({ name, documents }) => (
            <li key={name}>{t(say("unitCount", { name, documents }))}</li>
          ))}
        </ul>
      )}
      <Levels links={links} root={chain.subject} one={say("levelOne")} more={(between) => say("levelMore", { between })} />
      {cut.carriedOutBy && <p className={styles["quiet"]}>{t(say("cut"))}</p>}
    </Section>
  );
}

function StandsOn({ chain }: { chain: Chain }) {
  const t = useText();
  const { standsOn: links, cut, copies } = chain;
  return (
    <Section title={t(say("standsOn"))}>
      {links.length === 0 && <p className={styles["quiet"]}>{t(say(copies.length > 0 ? "standsOnNone" : "standsOnUnknown"))}</p>}
      <Levels links={links} root={chain.subject} one={say("standsOne")} more={(between) => say("standsMore", { between })} up />
      {cut.standsOn && <p className={styles["quiet"]}>{t(say("cut"))}</p>}
    </Section>
  );
}

type LevelsProps = {
  links: readonly ChainLink[];
  root: CitedDocument;
  one: { vi: string; en: string };
  more(between: number): { vi: string; en: string };
  up?: boolean;
};

/** One list for each level, the nearest first; beyond the first each names the documents that lead to it. */
function Levels({ links, root, one, more, up = false }: LevelsProps) {
  const t = useText();
  const names = new Map([root, ...links].map((link) => [link.node, citedName(t, link)]));
  const levels = [...Map.groupBy(links, ({ level }) => level)].sort(([a], [b]) => a - b);
  return levels.map(([level, members]) => (
    <div key={level}>
      <h3 className={styles["level"]}>{t(level === 1 ? one : more(level - 1))}</h3>
      <ul className={styles["list"]}>
        {members.map((link) => {
          const [place] = link.through;
          const through = [...new Set(link.through.map(({ node }) => names.get(node)).filter((name) => name !== undefined))];
          return (
            <li key={link.node}>
              <span className={styles["what"]}>
                <NodeLink node={link} />
                {(link.title ?? link.issuer) && link.number !== null && (
                  <span className={styles["small"]}>{facts([link.issuer, link.title])}</span>
                )}
                {level > 1 && through.length > 0 && (
                  <span className={styles["small"]}>
                    {t(say("through", { names: through.slice(0, 3).join("; ") + (through.length > 3 ? "…" : "") }))}
                  </span>
                )}
              </span>
              {place && (level === 1 || !up) && (
                <Link
                  to="/documents/$documentId/review"
                  params={{ documentId: place.document }}
                  search={{ line: place.line ?? undefined }}
                  aria-label={`${t(say("seePlace"))}: ${citedName(t, link)}`}
                >
                  {t(say("seePlace"))}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  ));
}
