/** The scans of an application beside its fields. */
import { moment } from "../../../parts";
import { say } from "../../../words";
import { scansOf } from "../application/queries";
import { ScanView } from "../application/ScanView";
import { itemName } from "../application/words";
import { scanPath, type ItemName, type Seen } from "./queries";

export function ScanPane({ seen, chosen, onChoose }: { seen: Seen; chosen: ItemName | undefined; onChoose: (item: ItemName) => void }) {
  const { application_id: applicationId, papers_deleted_at: deletedAt, steps } = seen.application;
  const scans = scansOf(seen.application).filter((one) => one.size_bytes);
  const present = scans.find((one) => one.item === chosen) ?? scans[0];
  return (
    <section className="sv-card sv-scans" aria-labelledby="scans">
      <h2 id="scans">{say("client-desk-scans")}</h2>
      {!present && <p className="sv-dim">{deletedAt ? say("client-desk-scans-deleted", { at: moment(deletedAt) }) : say("client-desk-scans-none")}</p>}
      {scans.length > 1 && (
        <div className="sv-tabs">
          {scans.map((one) => (
            <button key={one.item} type="button" className={`sv-tab ${one === present ? "sv-tab_here" : ""}`} aria-pressed={one === present} onClick={() => onChoose(one.item)}>
              {itemName(one.item)}
            </button>
          ))}
        </div>
      )}
      {present && (
        <ScanView
          key={present.item} path={scanPath(applicationId, present.item)} name={itemName(present.item)} mediaType={present.format ?? ""}
          version={givenLast(steps, present.item)} hasKeys
        />
      )}
    </section>
  );
}

/** When it was given last: one given again is another scan. */
function givenLast(steps: Seen["application"]["steps"], item: ItemName): string {
  return steps.findLast((step) => step.act === "upload" && step.item === item)?.at ?? "";
}
