/** What the search found: documents with this number, counteragents with this name or ИНН. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { answered, api } from "../../api/client";
import { useSession } from "../../api/session";
import { EmptyState, isInn, Page } from "../../parts";
import { say } from "../../words";
import { Board } from "./Board";
import { ofBox } from "./queries";

export function Found() {
  const { text } = useSearch({ from: "/search" });
  const { own } = useSession();
  const navigate = useNavigate();
  const counteragents = useQuery({
    queryKey: [...ofBox(own.boxId), "found", text],
    queryFn: () => answered(api.GET("/api/v1/exchange/boxes/{box_id}/counteragents", {
      params: { path: { box_id: own.boxId }, query: { text } },
    })),
    enabled: text !== "",
  }).data?.items ?? [];
  return (
    <Page title={say("client-found", { text })}>
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
      {counteragents.length === 0 && isInn(text) && (
        <p><Link to="/counteragents" search={{ inn: text }}>{say("client-found-invite", { inn: text })}</Link></p>
      )}
      <h2>{say("client-found-documents", { text })}</h2>
      <Board
        side={undefined}
        filters={{ number: text }}
        onFilter={() => void navigate({ to: "/incoming" })}
        empty={<EmptyState title={say("client-none-found")} />}
      />
    </Page>
  );
}
