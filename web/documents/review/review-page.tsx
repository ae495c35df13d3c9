import { useParams } from "@tanstack/react-router";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { AddresseesProvider } from "./addressees.tsx";
import { say } from "./messages.ts";
import { Screen } from "./screen.tsx";
import { useReview } from "./use-review.ts";

/** Opens a document's review: waits for what is read, then hands over to the screen. */
export function ReviewPage() {
  const t = useText();
  const { documentId } = useParams({ from: "/staff/documents/$documentId/review" });
  const review = useReview(documentId);
  const { document, text, items, unresolved } = review;
  const error = document.error ?? text.error ?? items.error;
  const back = { to: `/documents/${documentId}`, text: t(say("backToDocument")) };

  if (document.data && text.data && items.data) {
    return (
      <AddresseesProvider unresolved={unresolved.data}>
        <Screen
          key={documentId}
          review={review}
          document={document.data}
          text={text.data}
          items={items.data.items}
          unresolved={unresolved.data}
        />
      </AddresseesProvider>
    );
  }
  return (
    <>
      <PageHeader title={t(say("title"))} back={back} />
      {document.data?.state === "failed" ? (
        <p>{document.data.failure ? t(document.data.failure) : ""}</p>
      ) : error ? (
        <ErrorNote
          error={error}
          onRetry={() => {
            void document.refetch();
            void items.refetch();
            void text.refetch();
          }}
        />
      ) : (
        <Busy what={t(say(document.data?.state === "compiling" ? "compiling" : "reading"))} />
      )}
    </>
  );
}
