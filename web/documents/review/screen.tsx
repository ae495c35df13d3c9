import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { Document, DocumentText, Item, ItemKind, Unresolved } from "../../../src/modules/documents/contract.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { showDone } from "../../ui/notices.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { CheckDrawer } from "../check/check-drawer.tsx";
import { documentTitle } from "../document-state.tsx";
import { IssuerDialog } from "../issuer-dialog.tsx";
import { GlanceList } from "./glance-list.tsx";
import { HelpDialog } from "./help-dialog.tsx";
import { useAskedLine } from "./asked-line.ts";
import { Asking } from "./asking.tsx";
import { addableKinds } from "./item-editor.tsx";
import { ItemList } from "./item-list.tsx";
import { say } from "./messages.ts";
import { focusCard, scrollItemsToTop, scrollToLine } from "./moving.ts";
import { kindText } from "./names.ts";
import { NewItemForm } from "./new-item.tsx";
import { OpenedEditor } from "./opened-editor.tsx";
import { OutlineMenu } from "./outline-menu.tsx";
import { createPointer } from "./pointer.ts";
import { decideEntries } from "./answers.ts";
import { RememberedDialog } from "./remembered-dialog.tsx";
import { AcceptCertain, FilterBar, Finish, OrderSwitch, ReviewProgress } from "./review-bar.tsx";
import styles from "./review.module.css";
import { useSelectedWords, type Selected } from "./selection.ts";
import { summaryOf } from "./summary.ts";
import { TextPane } from "./text-pane.tsx";
import { useCardActs } from "./use-card-acts.ts";
import { useKeys } from "./use-keys.ts";
import { useMarks } from "./use-marks.ts";
import { useList } from "./use-list.ts";
import { useKept, useQuestions } from "./use-questions.ts";
import type { Review } from "./use-review.ts";

type Props = { review: Review; document: Document; text: DocumentText; items: Item[]; unresolved: Unresolved | undefined };

type Editing = { mode: "edit" | "split"; id: string; version: number } | { mode: "new"; kind: ItemKind; selected: Selected | null };

/** Text at the left, what was read at the right; one keyboard for both. */
export function Screen({ review, document, text, items, unresolved }: Props) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [pointer] = useState(createPointer);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [helping, setHelping] = useState(false);
  const [tab, setTab] = useState<"text" | "items">("items");
  const lines = useRef<HTMLDivElement>(null);
  const editable = document.can.review && document.state === "review";
  const kept = useKept(review.id);
  const listed = useList(items, unresolved, { start: editable ? "ask" : "all", kept: kept.kept });
  const canAsk = editable && unresolved !== undefined && !review.offers.isLoading;
  const asking = useQuestions({
    items,
    unresolved,
    offers: review.offers.data?.offers ?? [],
    outline: text.outline,
    kept: kept.kept,
    ready: canAsk,
  });
  const isAsking = editable && listed.filter === "ask";
  const list = isAsking ? { ...listed, shown: asking.now?.items ?? [] } : listed;
  const selectedWords = useSelectedWords(lines, text.lines);
  const marks = useMarks(items, text.lines);
  useAskedLine(() => setTab("text"));
  const { acts } = review;

  // One of the items that a question is about: taken back by the same key as an answer.
  const decideOne = (to: "accepted" | "dropped") => async (item: Item) => {
    const sent = acts.settle([{ item, to }]);
    asking.decidedOne({
      words: summaryOf(item, t).slice(0, 80),
      undo: async () => {
        const before = await sent;
        if (before) void acts.putBack(before);
      },
    });
    await sent;
  };
  const { stable, step } = useCardActs({
    items,
    list,
    pointer,
    acts: isAsking ? { ...acts, accept: decideOne("accepted"), drop: decideOne("dropped") } : acts,
    onEdit: (item, mode) => setEditing({ mode, id: item.id, version: item.version }),
    onShowText: () => setTab("text"),
  });
  const startNew = (kind: ItemKind = "task") => {
    setTab("items");
    setEditing({ mode: "new", kind, selected: selectedWords });
    scrollItemsToTop();
  };
  const closeEditor = () => {
    setEditing(null);
    const id = pointer.get().selected;
    if (id) focusCard(id);
  };
  const onSelected = (act: (item: Item) => void, allowed: (item: Item) => boolean) => () => {
    const item = items.find(({ id }) => id === pointer.get().selected);
    if (editable && item && allowed(item)) act(item);
  };
  useKeys(
    {
      next: () => step(1),
      previous: () => step(-1),
      accept: onSelected(stable.accept, ({ state }) => state === "proposed"),
      edit: onSelected(stable.edit, ({ state }) => state !== "dropped"),
      drop: onSelected(stable.drop, ({ state }) => state !== "dropped"),
      undo: onSelected(stable.restore, ({ state }) => state !== "proposed" && state !== "added"),
      split: onSelected(stable.split, ({ state, kind }) => state !== "dropped" && kind !== "header"),
      add: () => editable && startNew(),
      ask: () => editable && list.setFilter("ask"),
      takeOut: () => {
        const { selected } = pointer.get();
        if (isAsking && selected && asking.now?.items.some(({ id }) => id === selected)) asking.takeOut(selected);
      },
      doubt: () => list.setFilter(list.filter === "doubt" ? "all" : "doubt"),
      help: () => setHelping(true),
    },
    editing === null,
  );

  const acceptCertain = async () => {
    const count = list.certain.length;
    const done = await acts.settle(decideEntries({ items: [...list.certain] }, "accepted"));
    if (!done) return;
    asking.given({ words: t(say("acceptedMany", { count })), undo: () => acts.putBack(done) });
    showDone(t(say("acceptedMany", { count })));
  };
  const finish = async (acknowledged: boolean) => {
    const latest = await api.documents.get({ id: review.id });
    await api.documents.finish({ id: review.id, version: latest.version, acknowledged });
    await client.invalidateQueries({ queryKey: orpc.documents.key() });
    await navigate({ to: "/documents/$documentId", params: { documentId: review.id } });
  };
  const pick = (id: string) => {
    if (!list.shown.some((each) => each.id === id)) list.setFilter("all");
    pointer.select(id);
    setTab("items");
  };

  // A new question lights up the words it is about and stands at the top; the cards under it are its own.
  const about = isAsking ? asking.now : null;
  const first = about?.items[0];
  useEffect(() => {
    if (!isAsking) return undefined;
    // Alone it is open at once; of several, the cards stay closed so that more of them fit.
    pointer.select(about?.items.length === 1 ? (first?.id ?? null) : null);
    pointer.hover(first?.id ?? null);
    if (first?.line) scrollToLine(first.line);
    scrollItemsToTop();
    return () => pointer.select(null);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when another question is asked, not when its items change
  }, [about?.key, isAsking]);

  const edited = editing && editing.mode !== "new" ? items.find(({ id }) => id === editing.id) : undefined;
  const editor = edited && editing && editing.mode !== "new" && (
    <OpenedEditor
      documentId={review.id}
      item={edited}
      mode={editing.mode}
      version={editing.version}
      pointer={pointer}
      acts={acts}
      onKeep={list.keep}
      onClose={closeEditor}
    />
  );
  const undecided = list.counts.open;
  const waiting = list.filter === "open" || list.filter === "doubt";

  return (
    <div className={styles["screen"]} data-fill>
      <div className={styles["top"]}>
        <PageHeader
          title={documentTitle(document)}
          back={{ to: `/documents/${review.id}`, text: t(say("backToDocument")) }}
          actions={
            <>
              <ReviewProgress done={items.length - undecided} total={items.length} saving={review.saving} />
              <CheckDrawer documentId={review.id} onShowText={() => setTab("text")} />
              {editable && (
                <Finish undecided={undecided} unresolved={unresolved} onFinish={finish} onShowLeft={() => list.setFilter("open")} />
              )}
            </>
          }
        />
        {!editable && <p className={styles["quiet"]}>{t(say(document.state === "reviewed" ? "finished" : "readOnly"))}</p>}
        {editable && !isAsking && unresolved && unresolved.issuerUnit === null && (
          <p className={styles["warnLine"]}>
            <Icon name="warning" size={16} /> {t(say("chooseIssuer"))} <IssuerDialog document={document} />
          </p>
        )}
      </div>
      <div role="tablist" className={styles["tabs"]}>
        {(["items", "text"] as const).map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            aria-selected={tab === each}
            aria-controls={`pane-${each}`}
            onClick={() => setTab(each)}
          >
            {t(say(each === "text" ? "textPane" : "itemsPane"))}
          </button>
        ))}
      </div>
      <div className={styles["panes"]} data-tab={tab}>
        <section id="pane-text" className={styles["textPane"]} aria-label={t(say("textPane"))}>
          <div className={styles["paneBar"]}>
            <OutlineMenu outline={text.outline} onGo={scrollToLine} />
            {editable && selectedWords && (
              <div className={styles["addBar"]} role="group" aria-label={t(say("addFromSelection"))}>
                <span>{t(say("add"))}</span>
                {addableKinds.map((kind) => (
                  <Button key={kind} size="compact-sm" variant="default" onClick={() => startNew(kind)}>
                    {t(kindText[kind])}
                  </Button>
                ))}
              </div>
            )}
            {editable && !selectedWords && <span className={styles["quiet"]}>{t(say("addHint"))}</span>}
          </div>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by itself, so a keyboard must reach it */}
          <div className={styles["scroll"]} tabIndex={0} role="region" aria-label={t(say("textPane"))}>
            <TextPane text={text} marks={marks} pointer={pointer} lines={lines} onPick={pick} />
          </div>
        </section>
        <section id="pane-items" className={styles["itemsPane"]} aria-label={t(say("itemsPane"))}>
          <div className={styles["paneBar"]}>
            <FilterBar filter={list.filter} counts={list.counts} questions={editable ? asking.left : null} onFilter={list.setFilter} />
            <div className={styles["paneActs"]}>
              {!isAsking && <OrderSwitch order={list.order} onOrder={list.setOrder} />}
              {editable && <RememberedDialog documentId={review.id} />}
              {editable && !isAsking && <AcceptCertain count={list.certain.length} onAccept={acceptCertain} />}
              {editable && (
                <Button size="xs" variant="default" leftSection={<Icon name="plus" size={15} />} onClick={() => startNew()}>
                  {t(say("addItem"))}
                </Button>
              )}
              <Tooltip label={t(say("help"))}>
                <ActionIcon
                  variant="default"
                  size="1.9rem"
                  className={styles["deskOnly"]}
                  aria-label={t(say("help"))}
                  onClick={() => setHelping(true)}
                >
                  <Icon name="keyboard" size={18} />
                </ActionIcon>
              </Tooltip>
            </div>
          </div>
          <div className={styles["scroll"]}>
            <div data-top />
            {editing?.mode === "new" && (
              <NewItemForm
                documentId={review.id}
                kind={editing.kind}
                selected={editing.selected}
                onKind={(kind) => setEditing({ ...editing, kind })}
                onAdd={async (item) => {
                  const [added] = await acts.add(item);
                  if (added) pointer.select(added.id);
                }}
                onClose={closeEditor}
              />
            )}
            {isAsking && canAsk && editing?.mode !== "new" && (
              <Asking
                review={review}
                asking={asking}
                kept={kept}
                items={items}
                unresolved={unresolved}
                certain={list.certain}
                active={editing === null}
                onEdit={stable.edit}
                onShowOpen={() => list.setFilter("open")}
              />
            )}
            {about && about.items.length > 1 ? (
              <GlanceList
                items={about.items}
                outline={text.outline}
                doubts={list.doubts}
                pointer={pointer}
                acts={stable}
                short={about.kind !== "read"}
                out={asking.out}
                onTakeOut={asking.takeOut}
                editing={edited?.id ?? null}
                editor={editor}
              />
            ) : (
              <ItemList
                items={list.shown}
                order={isAsking ? "text" : list.order}
                outline={text.outline}
                doubts={list.doubts}
                editable={editable}
                pointer={pointer}
                acts={stable}
                editing={edited?.id ?? null}
                editor={editor}
                empty={
                  editing?.mode !== "new" &&
                  !isAsking && (
                    <EmptyState title={t(say(waiting ? "nothingOpen" : "nothingHere"))}>
                      {t(say(waiting ? "nothingOpenText" : "nothingHereText"))}
                    </EmptyState>
                  )
                }
              />
            )}
          </div>
        </section>
      </div>
      <HelpDialog opened={helping} onClose={() => setHelping(false)} />
    </div>
  );
}
