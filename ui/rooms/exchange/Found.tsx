/** What the search found: documents and counteragents with words and numbers that begin so. */
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useSession } from "../../api/session";
import { EmptyState, ErrorState, isInn, Page, Skeleton } from "../../parts";
import { say } from "../../words";
import { DocumentRows } from "./Board";
import { foundOf } from "./queries";

export function Found() {
  const { text } = useSearch({ from: "/search" });
  const { own } = useSession();
  const { data: found, error, isLoading, refetch } = useQuery(foundOf(own.boxId, text));
  const { counteragents = [], documents = [] } = found ?? {};
  return (
    <Page title={say("client-found", { text })}>
      {isLoading && <Skeleton />}
      {error && !found && <ErrorState error={error} retry={() => void refetch()} />}
      {counteragents.length > 0 && (
        <section className="sv-card">
          <h2>{say("client-place-counteragents")}</h2>
          <ul className="sv-plain">
            {counteragents.map((one) => (
              <li key={one.box_id}>
                <Link to="/incoming" search={{ counteragent: one.box_id }}>{one.name}</Link>{" "}
                <span className="sv-dim">{say("client-inn", { inn: one.inn ?? "" })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {found && counteragents.length === 0 && isInn(text) && (
        <p><Link to="/counteragents" search={{ inn: text }}>{say("client-found-invite", { inn: text })}</Link></p>
      )}
      {documents.length > 0 && (
        <>
          <h2>{say("client-found-documents")}</h2>
          <DocumentRows name={say("client-search")} rows={documents} />
        </>
      )}
      {found?.is_cut && <p className="sv-dim">{say("client-found-cut")}</p>}
      {(text === "" || (found && documents.length + counteragents.length === 0)) && (
        <EmptyState title={say("client-none-found")} text={say("client-found-how")} />
      )}
    </Page>
  );
}
