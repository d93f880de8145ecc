/** Forms begun on this device and not sent. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useSession } from "../../api/session";
import { DataTable, day, EmptyState, ErrorState, IconButton, money, Page, PICTURES, recent, Skeleton, told } from "../../parts";
import { say } from "../../words";
import { CreateMenu } from "./CreateMenu";
import { draftsOf, dropDraft, keepDraft } from "./utd/drafts";
import { grossOf, type UtdDraft } from "./utd/model";

export function Drafts() {
  const { own } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const queryKey = ["drafts", own.boxId];
  const asked = useQuery({ queryKey, queryFn: () => draftsOf(own.boxId), networkMode: "always" });
  const rows = asked.data ?? [];
  const drop = async (draft: UtdDraft) => {
    await dropDraft(draft.id);
    await client.invalidateQueries({ queryKey });
    told(say("client-draft-dropped"), () => keepDraft(draft).then(() => client.invalidateQueries({ queryKey })));
  };
  return (
    <Page title={say("client-place-drafts")} about={say("client-drafts-about")} actions={<CreateMenu />}>
      {asked.isPending && <Skeleton />}
      {asked.error && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
      {asked.data && rows.length === 0 && <EmptyState title={say("client-empty-drafts")} text={say("client-empty-drafts-text")} actions={<CreateMenu />} />}
      {rows.length > 0 && (
        <DataTable
          name={say("client-place-drafts")}
          rows={rows}
          idOf={(draft) => draft.id}
          nameOf={(draft) => draft.number}
          onOpen={(draft) => void navigate({ to: "/create/utd", search: { draft: draft.id } })}
          columns={[
            {
              key: "document", name: say("client-column-document"), width: "wide",
              cell: (draft) => (
                <Link className="sv-called" to="/create/utd" search={{ draft: draft.id }}>
                  {say("client-utd-called", { number: draft.number || "—" })} {draft.date && say("client-dated", { date: day(draft.date) })}
                </Link>
              ),
            },
            { key: "counteragent", name: say("client-column-counteragent"), cell: (draft) => draft.buyer.name },
            { key: "total", name: say("client-column-total"), isNumber: true, cell: (draft) => money(grossOf(draft)) },
            { key: "when", name: say("client-column-changed"), cell: (draft) => recent(draft.changedAt, new Date()) },
            { key: "acts", name: say("client-column-acts"), cell: (draft) => <IconButton name={say("client-draft-drop")} icon={PICTURES.drop} onClick={() => void drop(draft)} /> },
          ]}
        />
      )}
    </Page>
  );
}
