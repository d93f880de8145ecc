/** Certificates of the organization in one list: whose, until when, what is wrong with them. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { answered, api, type Shapes } from "../../api/client";
import { useSession } from "../../api/session";
import { Button, DataTable, day, EmptyState, ErrorState, moscowDay, Page, Skeleton, StatusBadge, type Tone } from "../../parts";
import { say } from "../../words";
import { hasSigner } from "../signing/signer";
import { BrowserKeys } from "./BrowserKeys";
import { GetCertificate } from "./GetCertificate";

type Certificate = Shapes["OrganizationCertificate"];

/** Certificates of a page. */
const PAGE = 50;
/** From how many days before its end a certificate is spoken of. */
const ENDING_DAYS = 60;

/** Where a certificate stands today, in a word. */
function stateOf(certificate: Certificate, today: Date): { tone: Tone; text: string } {
  if (certificate.state === "revoked") return { tone: "stop", text: say("client-certificate-revoked") };
  const left = (new Date(certificate.not_after).getTime() - today.getTime()) / 86_400_000;
  if (left < 0) return { tone: "stop", text: say("client-certificate-expired") };
  if (left < ENDING_DAYS) return { tone: "mine", text: say("client-certificate-ending", { count: Math.ceil(left) }) };
  return { tone: "good", text: say("client-certificate-good") };
}

export function Certificates() {
  const { own, user } = useSession();
  const [isGetting, setGetting] = useState(false);
  const organization = own.organization.organization_id;
  const asked = useInfiniteQuery({
    queryKey: ["certificates", organization],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => answered(api.GET("/api/v1/certification/certificates", {
      params: { query: { organization_id: organization, limit: PAGE, ...(pageParam ? { after: pageParam } : {}) } },
    })),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const rows = asked.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title={say("client-place-certificates")}
      about={say("client-certificates-about")}
      actions={own.permissions.includes("sign") && (
        <>
          <Link to="/certificates/apply" className="sv-file-button">{say("client-apply-list")}</Link>
          {hasSigner && <Button view="action" size="l" onClick={() => setGetting(true)}>{say("client-get")}</Button>}
        </>
      )}
    >
      {asked.isPending && <Skeleton />}
      {asked.error && !asked.data && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
      {asked.data && rows.length === 0 && <EmptyState title={say("client-empty-certificates")} text={say("client-empty-certificates-text")} />}
      {rows.length > 0 && (
        <DataTable
          name={say("client-place-certificates")}
          rows={rows}
          idOf={(row) => row.certificate_id}
          nameOf={(row) => row.serial}
          columns={[
            {
              key: "document", name: say("client-certificate"), width: "wide",
              cell: (row) => <><span className="sv-called sv-file__name">{row.serial}</span><div className="sv-dim sv-file__name">{row.thumbprint}</div></>,
            },
            { key: "counteragent", name: say("client-certificate-holder"), cell: (row) => row.holder_user_id === user.user_id ? say("client-certificate-own") : say("client-certificate-colleague") },
            { key: "when", name: say("client-certificate-until"), cell: (row) => day(moscowDay(new Date(row.not_after))) },
            { key: "state", name: say("client-column-state"), cell: (row) => { const { tone, text } = stateOf(row, new Date()); return <StatusBadge tone={tone}>{text}</StatusBadge>; } },
          ]}
        />
      )}
      {asked.hasNextPage && <Button view="outlined" size="l" onClick={() => void asked.fetchNextPage()}>{say("client-more")}</Button>}
      {hasSigner && <BrowserKeys />}
      {isGetting && <GetCertificate onClose={() => setGetting(false)} />}
    </Page>
  );
}
