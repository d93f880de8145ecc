/** All certificates of the caller: the living, and the dead out of the way. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { EmptyState, ErrorState, Skeleton } from "../../../parts";
import { say } from "../../../words";
import { listKept, ownerOf } from "../../signing/keyStore";
import { hasSigner, signer } from "../../signing/signer";
import { ActDialog, ReplaceDialog } from "./ActDialogs";
import { CertificateCard, type Asked } from "./CertificateCard";
import { myCertificates, type Mine } from "./queries";
import { RevokeDialog } from "./RevokeDialog";
import { isDead } from "./words";

export function MyCertificates() {
  const asked = useQuery(myCertificates());
  const kept = useQuery({ queryKey: ["kept-keys"], queryFn: listKept, networkMode: "always", enabled: hasSigner });
  const holders = useQuery({
    queryKey: ["holders", asked.data?.items.map((one) => one.thumbprint)],
    queryFn: () => holdersOf(asked.data?.items ?? []),
    networkMode: "always", enabled: hasSigner && asked.data !== undefined, staleTime: Infinity,
  });
  const [act, setAct] = useState<{ asked: Asked; certificate: Mine } | undefined>();
  if (asked.isPending) return <Skeleton />;
  if (asked.error && !asked.data) return <ErrorState error={asked.error} retry={() => void asked.refetch()} />;
  const rows = asked.data.items;
  if (rows.length === 0) return <EmptyState title={say("client-empty-certificates")} text={say("client-mine-empty")} />;
  const here = new Set(kept.data?.map(({ owner }) => owner?.thumbprint));
  const cards = (shown: readonly Mine[]) => (
    <ul className="sv-certificates">
      {shown.map((row) => <CertificateCard key={row.certificate_id} certificate={row} holder={holders.data?.get(row.thumbprint)} isHere={here.has(row.thumbprint)} onAsk={(what) => setAct({ asked: what, certificate: row })} />)}
    </ul>
  );
  const now = new Date();
  const dead = rows.filter((row) => isDead(row, now));
  return (
    <>
      {cards(rows.filter((row) => !isDead(row, now)))}
      {dead.length > 0 && <details className="sv-dead"><summary>{say("client-mine-dead", { count: dead.length })}</summary>{cards(dead)}</details>}
      {act && <Question {...act} onClose={() => setAct(undefined)} />}
    </>
  );
}

/** Whom each certificate names as a person: the list of the server names the organization. */
async function holdersOf(certificates: readonly Mine[]): Promise<ReadonlyMap<string, string>> {
  const module = await signer();
  const named = certificates.map(async ({ thumbprint, certificate }) => {
    const [view] = await module.readCertificates({ bytes: certificate });
    return [thumbprint, view ? ownerOf(view).person : ""] as const;
  });
  return new Map(await Promise.all(named));
}

function Question({ asked, ...rest }: { asked: Asked; certificate: Mine; onClose: () => void }) {
  if (asked === "revoke") return <RevokeDialog {...rest} />;
  if (asked === "replace") return <ReplaceDialog {...rest} />;
  return <ActDialog act={asked} {...rest} />;
}
