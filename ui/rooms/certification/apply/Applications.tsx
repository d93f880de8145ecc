/** The caller's applications for certificates, and a new one: the form is filled in from the organization by its ИНН. */
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { answered, api, newKey } from "../../../api/client";
import { Unreachable } from "../../../api/refusal";
import { keepBox, useSession } from "../../../api/session";
import { Button, DataTable, EmptyState, ErrorState, errorWords, InnField, moment, Page, Skeleton, StatusBadge } from "../../../parts";
import { say } from "../../../words";
import { applicationsOf, type Brief } from "../application/queries";
import { stageWords } from "../application/words";

const OPEN = ["new", "under_check", "rejected", "ready_for_issue"];

export function Applications() {
  const { own } = useSession();
  const asked = useInfiniteQuery(applicationsOf(own.organization.organization_id));
  const rows = asked.data?.pages.flatMap((page) => page.items) ?? [];
  const open = rows.find(({ stage }) => OPEN.includes(stage));
  return (
    <Page title={say("client-apply-list")} about={own.organization.name} back={<Link to="/certificates">← {say("client-place-certificates")}</Link>}>
      {asked.isPending && <Skeleton />}
      {asked.error && !asked.data && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
      {asked.data && !own.permissions.includes("sign") && <EmptyState title={say("client-apply-barred")} text={say("client-apply-barred-text")} />}
      {asked.data && own.permissions.includes("sign") && (open ? <GoOn application={open} /> : <Begin />)}
      {rows.length > 0 && <List rows={rows} />}
      {asked.hasNextPage && <Button view="outlined" size="l" onClick={() => void asked.fetchNextPage()}>{say("client-more")}</Button>}
    </Page>
  );
}

function List({ rows }: { rows: readonly Brief[] }) {
  const navigate = useNavigate();
  return (
    <DataTable
      name={say("client-apply-list")}
      rows={rows}
      idOf={(row) => row.application_id}
      nameOf={(row) => say(`client-apply-kind-${row.kind}`)}
      onOpen={(row) => void navigate({ to: "/certificates/applications/$applicationId", params: { applicationId: row.application_id } })}
      columns={[
        {
          key: "document", name: say("client-apply-kind"), width: "wide",
          cell: (row) => (
            <Link to="/certificates/applications/$applicationId" params={{ applicationId: row.application_id }} className="sv-called">
              {say(`client-apply-kind-${row.kind}`)}
            </Link>
          ),
        },
        { key: "state", name: say("client-column-state"), cell: (row) => { const { tone, text } = stageWords(row.stage); return <StatusBadge tone={tone}>{text}</StatusBadge>; } },
        { key: "when", name: say("client-apply-changed"), cell: (row) => moment(row.changed_at) },
      ]}
    />
  );
}

/** One application at a time: the open one is gone on with. */
function GoOn({ application }: { application: Brief }) {
  return (
    <section className="sv-card sv-apply-begin">
      <div>
        <h2>{say("client-apply-go-on")}</h2>
        <p className="sv-dim">{say(`client-apply-next-${application.stage}`)}</p>
      </div>
      <Link to="/certificates/applications/$applicationId" params={{ applicationId: application.application_id }} className="sv-file-button">{say("client-apply-open")}</Link>
    </section>
  );
}

function Begin() {
  const { own, owned } = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [inn, setInn] = useState(own.organization.inn);
  const [key, setKey] = useState(newKey);
  const found = own.organization.inn === inn ? own : owned.find((one) => one.organization.inn === inn);
  const beginning = useMutation({
    mutationFn: () => answered(api.POST("/api/v1/certification/applications", {
      params: { header: { "Idempotency-Key": key } },
      body: found === own ? { organization_id: own.organization.organization_id } : { inn },
    })),
    onSuccess: async ({ application_id, organization_id }) => {
      await client.invalidateQueries({ queryKey: ["applications", organization_id] });
      if (organization_id === own.organization.organization_id) {
        await navigate({ to: "/certificates/applications/$applicationId", params: { applicationId: application_id } });
      } else {
        // The whole program looks at the other organization from now on.
        if (found) keepBox(found.boxId);
        location.assign(`/certificates/applications/${application_id}`);
      }
    },
    // A lost answer is asked for again as it was.
    onError: (error) => { if (!(error instanceof Unreachable)) setKey(newKey()); },
  });
  return (
    <form className="sv-card" onSubmit={(event) => { event.preventDefault(); if (!beginning.isPending) beginning.mutate(); }}>
      <h2>{say("client-apply-begin")}</h2>
      <p className="sv-dim">{say("client-apply-begin-about")}</p>
      <InnField
        label={say("client-field-inn")} value={inn} onUpdate={(text) => { setInn(text); beginning.reset(); }} required
        hint={found ? found.organization.name : undefined}
        error={beginning.error ? errorWords(beginning.error).title : undefined}
      />
      <Button type="submit" view="action" size="l" loading={beginning.isPending} disabled={inn === ""}>{say("client-apply-begin-verb")}</Button>
    </form>
  );
}
