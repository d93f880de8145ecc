/** For whom reports are filed: the organization itself, its branches, those it serves. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSession } from "../../api/session";
import { Button, DataTable, EmptyState, ErrorState, Skeleton, type Column } from "../../parts";
import { say } from "../../words";
import { PayerDialog } from "./PayerDialog";
import { payersOf, type Payer } from "./queries";
import { ReportingPage } from "./ReportingPage";

/** The payer that is changed, or a new one. */
type Asked = Payer | "new";

export function Payers() {
  const [asked, setAsked] = useState<Asked | undefined>();
  const { own } = useSession();
  const maySend = own.permissions.includes("send");
  const add = maySend && <Button view="action" size="l" onClick={() => setAsked("new")}>{say("client-payer-add")}</Button>;
  return (
    <ReportingPage actions={add}>
      {(organization) => (
        <>
          <List organization={organization} onOpen={maySend ? setAsked : undefined} />
          {asked && <PayerDialog organization={organization} payer={asked === "new" ? undefined : asked} onClose={() => setAsked(undefined)} />}
        </>
      )}
    </ReportingPage>
  );
}

function List({ organization, onOpen }: { organization: string; onOpen: ((payer: Payer) => void) | undefined }) {
  const asked = useQuery(payersOf(organization));
  if (asked.isPending) return <Skeleton />;
  if (asked.error && !asked.data) return <ErrorState error={asked.error} retry={() => void asked.refetch()} />;
  if (asked.data.length === 0) return <EmptyState title={say("client-reporting-no-payers")} text={say("client-payer-about")} />;
  const columns: Column<Payer>[] = [
    { key: "document", name: say("client-reporting-payer"), width: "wide", cell: (one) => <span className="sv-called">{one.facts.name}</span> },
    {
      key: "counteragent", name: say("client-column-requisites"),
      cell: (one) => <>{say("client-inn", { inn: one.inn })}{one.kpp && <div className="sv-dim">{say("client-kpp", { kpp: one.kpp })}</div>}</>,
    },
    {
      key: "state", name: say("client-payer-regime"),
      cell: ({ facts }) => <>{say(`client-regime-${facts.regime}`)}<div className="sv-dim">{say("client-payer-employees-count", { count: facts.employees ?? 0 })}</div></>,
    },
    { key: "when", name: say("client-payer-offices"), cell: ({ facts }) => [facts.tax_office, facts.fund_office, facts.statistics_office].filter(Boolean).join(" · ") || "—" },
    ...(onOpen ? [{
      key: "acts", name: say("client-column-acts"),
      cell: (one: Payer) => <Button view="outlined" size="m" onClick={() => onOpen(one)} aria-label={say("client-payer-change-named", { name: one.facts.name })}>{say("client-payer-change")}</Button>,
    }] : []),
  ];
  return <DataTable name={say("client-reporting-tab-payers")} rows={asked.data} columns={columns} idOf={(one) => one.id} nameOf={(one) => one.facts.name} {...(onOpen ? { onOpen } : {})} />;
}
