/** The scans of an application beside its fields. */
import { useQuery } from "@tanstack/react-query";
import { ErrorState, moment, Skeleton } from "../../../parts";
import { say } from "../../../words";
import { ScanViewer } from "../application/ScanViewer";
import { scanOf, type Item, type ItemName, type Seen } from "./queries";

export function ScanPane({ seen, chosen, onChoose }: { seen: Seen; chosen: ItemName | undefined; onChoose: (item: ItemName) => void }) {
  const { items, application_id: applicationId, papers_deleted_at: deletedAt, steps } = seen.application;
  const scans = items.filter((one) => one.is_scan && one.size_bytes);
  const present = scans.find((one) => one.item === chosen) ?? scans[0];
  return (
    <section className="sv-card sv-scans" aria-labelledby="scans">
      <h2 id="scans">{say("client-desk-scans")}</h2>
      {!present && <p className="sv-dim">{deletedAt ? say("client-desk-scans-deleted", { at: moment(deletedAt) }) : say("client-desk-scans-none")}</p>}
      {scans.length > 1 && (
        <div className="sv-tabs">
          {scans.map((one) => (
            <button key={one.item} type="button" className={`sv-tab ${one === present ? "sv-tab_here" : ""}`} aria-pressed={one === present} onClick={() => onChoose(one.item)}>
              <span className="sv-item__name">{say(`certification-item-${one.item}`)}</span>
            </button>
          ))}
        </div>
      )}
      {present && <Scan key={present.item} applicationId={applicationId} item={present} version={givenLast(steps, present.item)} />}
    </section>
  );
}

/** When it was given last: one given again is another scan. */
function givenLast(steps: Seen["application"]["steps"], item: ItemName): string {
  return steps.findLast((step) => step.act === "upload" && step.item === item)?.at ?? "";
}

function Scan({ applicationId, item, version }: { applicationId: string; item: Item; version: string }) {
  const asked = useQuery(scanOf(applicationId, item.item, version));
  if (asked.isPending) return <Skeleton rows={5} />;
  if (!asked.data) return <ErrorState error={asked.error} retry={() => void asked.refetch()} />;
  return <ScanViewer name={say(`certification-item-${item.item}`)} bytes={asked.data} mediaType={item.format ?? "application/octet-stream"} />;
}
