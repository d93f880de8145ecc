/** What a signature by the chosen key would be, and whether the law takes it for these documents: said before anything is signed. */
import { useQuery } from "@tanstack/react-query";
import { answered, api, toBase64, type Shapes } from "../../api/client";
import { useSession } from "../../api/session";
import { Notice, Skeleton } from "../../parts";
import { say } from "../../words";
import type { LegalKind, SignTask } from "./task";
import type { OpenKey } from "./way";

type Judged = Shapes["ToSignView"];

export function KeyVerdict({ chosen, tasks }: { chosen: OpenKey; tasks: readonly SignTask[] }) {
  const { own } = useSession();
  const documents = kindsOf(tasks);
  const asked = useQuery({
    queryKey: ["signing-key", own.boxId, chosen.thumbprint, documents],
    queryFn: () => answered(api.POST("/api/v1/exchange/boxes/{box_id}/signing-key", {
      params: { path: { box_id: own.boxId } },
      body: { certificate: toBase64(chosen.certificate), documents: documents.map(({ kind, isAnswer }) => ({ kind, is_answer: isAnswer })) },
    })),
    retry: false,
  });
  if (asked.isPending) return <Skeleton rows={1} />;
  if (!asked.data) return <p className="sv-dim">{say("client-key-not-judged")}</p>;
  const { verdict } = asked.data;
  if (verdict.chain.state !== "trusted_up_to") return <Notice tone="stop">{say("client-key-untrusted")}</Notice>;
  if (verdict.revocation.state === "bad") return <Notice tone="stop">{say("client-key-revoked")}</Notice>;
  return (
    <section className="sv-sign-what" aria-label={say("client-key-worth")}>
      <p>{say("client-key-kind", { kind: say(`client-signature-${verdict.kind.kind}`) })}</p>
      {asked.data.documents.map((one) => <Legal key={`${one.kind}-${one.is_answer}`} judged={one} />)}
    </section>
  );
}

function Legal({ judged }: { judged: Judged }) {
  const { legal } = judged;
  const kind = say(`client-function-${judged.kind}`);
  const name = judged.is_answer ? say("client-key-answer", { kind }) : kind;
  if (!legal) return <p className="sv-dim">{name}: {say("client-law-unknown")}</p>;
  return (
    <div className="sv-sentence">
      {name}: {say(`client-asks-${legal.required}`)}{legal.by_agreement && `, ${say("client-law-agreement")}`}{" "}
      <span className={legal.suffices ? "sv-badge sv-badge_good" : "sv-badge sv-badge_stop"}>{say(legal.suffices ? "client-law-suffices" : "client-law-short")}</span>
      <div className="sv-dim">{legal.norm.act}, {legal.norm.address}</div>
    </div>
  );
}

/** Each kind once. */
function kindsOf(tasks: readonly SignTask[]): LegalKind[] {
  const found = new Map<string, LegalKind>();
  for (const { legal } of tasks) if (legal) found.set(`${legal.kind} ${legal.isAnswer}`, legal);
  return [...found.values()];
}
