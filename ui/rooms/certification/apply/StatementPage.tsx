/** The text of the application, to be printed and signed by hand. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { bytesAt } from "../../../api/client";
import { useSession } from "../../../api/session";
import { Button, ErrorState, Page, Skeleton } from "../../../parts";
import { say } from "../../../words";
import { PdfButton } from "../../exchange/PdfButton";
import { pathOf } from "../application/queries";

export function StatementPage() {
  const { own } = useSession();
  const { applicationId } = useParams({ from: "/certificates/applications/$applicationId/statement" });
  const place = { organizationId: own.organization.organization_id, applicationId };
  const asked = useQuery({
    queryKey: ["application", place.organizationId, applicationId, "statement"],
    queryFn: async () => new TextDecoder().decode(await bytesAt(`${pathOf(place)}/statement`)),
    gcTime: 0,
  });
  return (
    <Page
      title={say("client-apply-statement")}
      back={<Link to="/certificates/applications/$applicationId" params={{ applicationId }}>← {say("client-apply-title")}</Link>}
      actions={asked.data && (
        <>
          <PdfButton path={`${pathOf(place)}/statement.pdf`} name={say("client-apply-statement")} />
          <Button view="action" size="l" onClick={() => window.print()}>{say("client-apply-print")}</Button>
        </>
      )}
    >
      <p className="sv-page__note">{say("client-apply-statement-about")}</p>
      {asked.isPending && <Skeleton />}
      {asked.error && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
      {asked.data && <div className="sv-card sv-statement" lang="ru">{asked.data}</div>}
    </Page>
  );
}
