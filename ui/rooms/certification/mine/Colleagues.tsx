/** Certificates that colleagues hold for the organization: whose they are is known to it, their keys are not here. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { answered, api } from "../../../api/client";
import { useSession } from "../../../api/session";
import { Button, DataTable, day, ErrorState, moscowDay, StatusBadge } from "../../../parts";
import { say } from "../../../words";
import { standing } from "./words";

/** Certificates of a page. */
const PAGE = 50;

export function Colleagues() {
  const { own, user } = useSession();
  const organization = own.organization.organization_id;
  const asked = useInfiniteQuery({
    queryKey: ["certificates", organization],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => answered(api.GET("/api/v1/certification/certificates", {
      params: { query: { organization_id: organization, limit: PAGE, ...(pageParam ? { after: pageParam } : {}) } },
    })),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const rows = (asked.data?.pages.flatMap((page) => page.items) ?? []).filter((row) => row.holder_user_id !== user.user_id);
  if (asked.error && !asked.data) return <ErrorState error={asked.error} retry={() => void asked.refetch()} />;
  if (rows.length === 0 && !asked.hasNextPage) return null;
  return (
    <section className="sv-section" aria-labelledby="colleagues">
      <h2 id="colleagues">{say("client-mine-colleagues")}</h2>
      {rows.length > 0 && (
        <DataTable
          name={say("client-mine-colleagues")}
          rows={rows}
          idOf={(row) => row.certificate_id}
          nameOf={(row) => row.serial}
          columns={[
            {
              key: "document", name: say("client-certificate"), width: "wide",
              cell: (row) => <><span className="sv-called sv-file__name">{row.serial}</span><div className="sv-dim sv-file__name">{row.thumbprint}</div></>,
            },
            { key: "when", name: say("client-certificate-until"), cell: (row) => day(moscowDay(new Date(row.not_after))) },
            { key: "state", name: say("client-column-state"), cell: (row) => { const { tone, text } = standing(row, new Date()); return <StatusBadge tone={tone}>{text}</StatusBadge>; } },
          ]}
        />
      )}
      {asked.hasNextPage && <Button view="outlined" size="l" onClick={() => void asked.fetchNextPage()}>{say("client-more")}</Button>}
    </section>
  );
}
