/** Each file with its signatures: who signed, what was found, in parts and in words; downloads. */
import { useQuery } from "@tanstack/react-query";
import { bytesAt, contentPath, type Shapes } from "../../api/client";
import { Button, bytesSize, ErrorState, moment, Notice, Skeleton, StatusBadge } from "../../parts";
import { say } from "../../words";
import { save } from "./download";
import type { Names } from "./names";
import { hasForm, PdfButton, printPath } from "./PdfButton";
import { verificationOf, type DocumentFacts } from "./queries";
import { reason } from "./words";

type FileCheck = Shapes["FileCheckView"];
type SignatureCheck = Shapes["SignatureCheckView"];
type SignerVerdict = Shapes["SignerVerdict"];

/** What the operator sends and receives by itself: technical, shown after what people wrote. */
const TECHNICAL = new Set(["receiving_confirmation", "sending_confirmation", "receipt_notification"]);

export function DocumentFiles({ boxId, document, names }: { boxId: string; document: DocumentFacts; names: Names }) {
  const asked = useQuery(verificationOf(boxId, document.document_id));
  const files = asked.data?.files ?? [];
  const groups = [files.filter((file) => !TECHNICAL.has(file.kind)), files.filter((file) => TECHNICAL.has(file.kind))] as const;
  return (
    <section className="sv-card" aria-labelledby="files">
      <h2 id="files">{say("client-files")}</h2>
      {asked.isPending && <Skeleton rows={3} />}
      {asked.error && !asked.data && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
      {asked.data && (
        <p className="sv-dim">
          {say("client-count-files", { count: files.length })},{" "}
          {say("client-count-signatures", { count: files.flatMap((file) => file.signatures).length })}.{" "}
          {say("client-checked-at", { at: moment(asked.data.at) })}
        </p>
      )}
      {groups[0].map((file) => <File key={file.entity_id} {...{ boxId, document, file, names }} />)}
      {groups[1].length > 0 && (
        <details className="sv-technical">
          <summary>{say("client-technical", { count: groups[1].length })}</summary>
          {groups[1].map((file) => <File key={file.entity_id} {...{ boxId, document, file, names }} />)}
        </details>
      )}
    </section>
  );
}

function File({ boxId, document, file, names }: { boxId: string; document: DocumentFacts; file: FileCheck; names: Names }) {
  const entity = document.entities.find((one) => one.id === file.entity_id);
  const download = async (id: string, name: string) => save(name, await bytesAt(contentPath(boxId, document.message_id, id)));
  const name = file.file_name ?? `${file.entity_id}.bin`;
  return (
    <details className="sv-file">
      <summary>
        <strong>{capitalized(say(`client-file-${file.kind}`))}</strong>
        <span className="sv-dim"> · {entity ? names(entity.author) : ""}</span>
        {file.signatures.map((one) => <span key={one.entity_id} className="sv-file__short"><Short check={one} /></span>)}
        {file.signatures.length === 0 && <span className="sv-file__short"><StatusBadge tone="wait">{say("client-unsigned")}</StatusBadge></span>}
        {!file.bytes_unchanged && <span className="sv-file__short"><StatusBadge tone="stop">{say("client-bytes-changed")}</StatusBadge></span>}
      </summary>
      <div className="sv-file__downloads">
        <Button view="outlined" size="m" onClick={() => void download(file.entity_id, name)}>
          {say("client-download-file")}{entity?.size_bytes ? `, ${bytesSize(entity.size_bytes)}` : ""}
        </Button>
        {file.signatures.map((one) => (
          <Button key={one.entity_id} view="outlined" size="m" onClick={() => void download(one.entity_id, `${name}.sig`)}>
            {say("client-download-signature")}
          </Button>
        ))}
        {hasForm(file.kind) && <PdfButton path={printPath(boxId, document.document_id, file.entity_id)} name={name.replace(/\.xml$/i, "")} size="m" />}
        <div className="sv-dim sv-file__name">{name}</div>
      </div>
      {file.signatures.map((one) => <Whole key={one.entity_id} check={one} who={names(one.author)} />)}
    </details>
  );
}

/** The kind, and the parts together. Colour follows words, never replaces them. */
function Short({ check }: { check: SignatureCheck }) {
  const { verdict } = check;
  const isPlay = verdict.kind.kind === "test" || verdict.kind.kind === "simulator";
  const tone = verdict.summary === "proven" ? "sv-found_good" : verdict.summary === "failed" ? "sv-found_stop" : "";
  return (
    <>
      <StatusBadge tone={isPlay ? "play" : "wait"}>{say(`client-signature-${verdict.kind.kind}`)}</StatusBadge>{" "}
      <span className={`sv-found ${tone}`}>{say(`trust-report-summary-${verdict.summary.replaceAll("_", "-")}`)}</span>
    </>
  );
}

function Whole({ check, who }: { check: SignatureCheck; who: string }) {
  const { verdict } = check;
  const isPlay = verdict.kind.kind === "test" || verdict.kind.kind === "simulator";
  return (
    <div className="sv-verdict">
      <h3>{say("client-signature-of", { who })}</h3>
      {isPlay && <Notice tone="play">{say("client-play")}</Notice>}
      {verdict.signers.map((signer, index) => <Signer key={index} signer={signer} />)}
      {verdict.signers.length === 0 && <p>{say("client-signer-unknown")}</p>}
    </div>
  );
}

function Signer({ signer }: { signer: SignerVerdict }) {
  const { certificate } = signer;
  const who = certificate && [certificate.person, certificate.title, certificate.organization ?? certificate.common_name, certificate.inn && say("client-inn", { inn: certificate.inn })];
  const facts: [string, string][] = [
    [say("client-verdict-who"), who ? who.filter(Boolean).join(", ") : say("client-signer-unknown")],
    [say("client-verdict-integrity"), part(signer.integrity)],
    [say("client-verdict-chain"), chain(signer.chain)],
    [say("client-verdict-kind"), kind(signer.kind)],
    [say("client-verdict-revocation"), part(signer.revocation)],
    [say("client-verdict-not-checked"), signer.not_checked.map((one) => say(`trust-not-checked-${one.replaceAll("_", "-")}`)).join("; ") || say("client-verdict-all-checked")],
  ];
  return (
    <>
      <dl className="sv-facts">
        {facts.map(([name, text]) => <div key={name}><dt>{name}</dt><dd>{text}</dd></div>)}
      </dl>
      {certificate && (
        <details className="sv-certificate">
          <summary>{say("client-certificate-and-time")}</summary>
          <p>{say("client-certificate-of", { serial: certificate.serial, issuer: certificate.issuer ?? "—" })}</p>
          <p>{say("client-certificate-term", { from: moment(certificate.not_before), until: moment(certificate.not_after) })}</p>
          <p className="sv-file__name">{say("client-certificate-thumbprint", { thumbprint: certificate.thumbprint })}</p>
          {signer.signing_time && <p>{say("client-signing-time", { at: moment(signer.signing_time) })}</p>}
        </details>
      )}
    </>
  );
}

function part(found: Shapes["Part"]): string {
  const key = `trust-part-${found.state.replaceAll("_", "-")}`;
  return say(key, { reason: "reason" in found ? reason(found.reason) : "" });
}

function chain(found: Shapes["Chain"]): string {
  if (found.state === "trusted_up_to") return say("client-chain-trusted", { root: found.root });
  return say(`client-chain-${found.state}`, { reason: reason(found.reason) });
}

function kind(found: Shapes["SignatureKind"]): string {
  const date = found.kind === "qualified_by_list" ? found.list_date : "";
  return say(`client-kind-of-signature-${found.kind}`, { date });
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
