/** The meter of outgoing documents: how many count, how many are left, and why each sent message counted or did not. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useSession } from "../../api/session";
import { Button, count, DataTable, EmptyState, ErrorState, moment, Notice, Page, Skeleton, StatusBadge } from "../../parts";
import { say } from "../../words";
import { countsOf } from "./queries";

export function MeterPage() {
  const { own } = useSession();
  const asked = useInfiniteQuery(countsOf(own.organization.organization_id));
  const meter = asked.data?.pages[0];
  const rows = asked.data?.pages.flatMap((page) => page.messages.items) ?? [];
  return (
    <Page title={say("client-meter")} about={say("client-meter-about")}>
      {asked.isPending && <Skeleton />}
      {asked.error && !meter && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
      {meter && (
        <>
          <section className="sv-card sv-figures">
            {([["client-meter-free", meter.free], ["client-meter-used", meter.counted], ["client-meter-rest", meter.left], ["client-meter-uncounted", meter.not_counted]] as const).map(([key, number]) => (
              <div key={key}><div className="sv-figures__number">{count(number)}</div><div className="sv-dim">{say(key)}</div></div>
            ))}
          </section>
          <Notice tone="wait">{say(meter.after_free === "refused" ? "client-meter-then-refused" : "client-meter-then-counted")}</Notice>
          {rows.length === 0 && <EmptyState title={say("client-meter-empty")} text={say("client-meter-empty-text")} />}
        </>
      )}
      {rows.length > 0 && (
        <DataTable
          name={say("client-meter")}
          rows={rows}
          idOf={(row) => row.message_id}
          nameOf={(row) => moment(row.sent_at)}
          columns={[
            { key: "document", name: say("client-column-when"), cell: (row) => moment(row.sent_at) },
            { key: "total", name: say("client-meter-documents"), isNumber: true, cell: (row) => count(row.documents) },
            { key: "state", name: say("client-meter-counts"), cell: (row) => <StatusBadge tone={row.counts ? "wait" : "good"}>{say(row.counts ? "client-meter-yes" : "client-meter-no")}</StatusBadge> },
            { key: "counteragent", name: say("client-meter-why"), cell: (row) => say(`client-meter-reason-${row.reason}`) },
          ]}
        />
      )}
      {asked.hasNextPage && <Button view="outlined" size="l" onClick={() => void asked.fetchNextPage()}>{say("client-more")}</Button>}
    </Page>
  );
}
