/** One scan of an application: its rule, its verdict, what stands there now, and another in its place. No other scan is touched. */
import { useId, useState } from "react";
import type { ReactNode } from "react";
import { Button, bytesSize, errorWords, Notice } from "../../../parts";
import { say } from "../../../words";
import { Verdict } from "../application/ApplicationFacts";
import { pathOf, type Item, type Place, type ScanRule } from "../application/queries";
import { ScanView } from "../application/ScanView";
import { itemName } from "../application/words";
import { useUpload } from "../apply/acts";
import { maySend } from "./check";
import { CropDialog } from "./CropDialog";
import { look, type Looked } from "./picture";
import { acceptOf, CAMERA_ACCEPT, findingWords, ruleWords } from "./words";

export interface ScanCardProps {
  place: Place;
  item: Item;
  rule: ScanRule;
  /** May another be given now? */
  isOpen: boolean;
  /** Another way to give it, beside a file. */
  children?: ReactNode;
}

export function ScanCard({ place, item, rule, isOpen, children }: ScanCardProps) {
  const upload = useUpload(place, item.item);
  const [looked, setLooked] = useState<Looked | undefined>();
  const [isLooking, setLooking] = useState(false);
  const [isCropping, setCropping] = useState(false);
  const heading = useId();
  const send = (file: Blob) => upload.mutate(file, { onSuccess: () => setLooked(undefined) });
  const take = async (file: Blob) => {
    setLooking(true);
    setLooked(undefined);
    upload.reset();
    const found = await look(file, rule);
    setLooking(false);
    if (found.findings.length === 0) send(found.file);
    else setLooked(found);
  };
  return (
    <section className="sv-paper" aria-labelledby={heading} data-tid={`scan-${item.item}`}>
      <div className="sv-paper__head">
        <h3 id={heading}>{itemName(item.item)}</h3>
        <div><Verdict item={item} /></div>
      </div>
      <p className="sv-dim">{ruleWords(rule)}</p>
      {item.format && <Given place={place} item={item} format={item.format} />}
      {isOpen && (
        <div className="sv-acts">
          <FileButton name={say(item.format ? "client-paper-replace" : "client-paper-choose")} of={itemName(item.item)} accept={acceptOf(rule)} onFile={take} isBusy={isLooking || upload.isPending} />
          <FileButton name={say("client-paper-camera")} of={itemName(item.item)} accept={CAMERA_ACCEPT} onFile={take} isBusy={isLooking || upload.isPending} isCamera />
          {children}
        </div>
      )}
      {isLooking && <p className="sv-dim" role="status">{say("client-paper-looking")}</p>}
      {upload.error && <Notice tone="stop">{errorWords(upload.error).title}</Notice>}
      {looked && (
        <Found looked={looked} rule={rule} isBusy={upload.isPending} onCrop={() => setCropping(true)} onSend={() => send(looked.file)} onDrop={() => setLooked(undefined)} />
      )}
      {isCropping && looked && (
        <CropDialog
          file={looked.file} border={looked.border} bytesMax={rule.bytes_max}
          onDone={(file) => { setCropping(false); void take(file); }}
          onClose={() => setCropping(false)}
        />
      )}
    </section>
  );
}

function Given({ place, item, format }: { place: Place; item: Item; format: string }) {
  const [isShown, setShown] = useState(false);
  const { size_bytes, judged_at } = item;
  return (
    <details className="sv-paper__given" onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{say("client-paper-given", { size: bytesSize(size_bytes ?? 0) })}</summary>
      {isShown && <ScanView path={`${pathOf(place)}/scans/${item.item}`} name={itemName(item.item)} mediaType={format} version={`${size_bytes}-${judged_at}`} />}
    </details>
  );
}

interface FoundProps {
  looked: Looked;
  rule: ScanRule;
  isBusy: boolean;
  onCrop: () => void;
  onSend: () => void;
  onDrop: () => void;
}

/** Which rules are broken and how each is mended. */
function Found({ looked, rule, isBusy, onCrop, onSend, onDrop }: FoundProps) {
  return (
    <div className="sv-notice sv-notice_stop" role="alert">
      <strong>{say("client-paper-not-sent")}</strong>
      <ul className="sv-plain">
        {looked.findings.map((finding) => {
          const { broken, mend } = findingWords(finding, rule);
          return <li key={finding.broken}>{broken} {mend}</li>;
        })}
      </ul>
      <div className="sv-acts">
        {looked.isPicture && <Button view="action" size="m" disabled={isBusy} onClick={onCrop}>{say("client-paper-mend")}</Button>}
        {maySend(looked.findings) && <Button view="outlined" size="m" loading={isBusy} onClick={onSend}>{say("client-paper-send-anyway")}</Button>}
        <Button view="flat" size="m" disabled={isBusy} onClick={onDrop}>{say("client-paper-drop")}</Button>
      </div>
    </div>
  );
}

interface FileButtonProps {
  name: string;
  of: string;
  accept: string;
  onFile: (file: File) => Promise<void>;
  isBusy: boolean;
  isCamera?: boolean;
}

/** A button that asks for one file; on a telephone it may open the camera. */
function FileButton({ name, of, accept, onFile, isBusy, isCamera }: FileButtonProps) {
  return (
    <label className={`sv-file-button ${isCamera ? "sv-file-button_camera" : ""}`} aria-disabled={isBusy}>
      <input
        type="file" className="sv-file-button__input" accept={accept} disabled={isBusy} aria-label={`${name}: ${of}`}
        {...(isCamera ? { capture: "environment" as const } : {})}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file chosen again is a choice again.
          event.target.value = "";
          if (file) void onFile(file);
        }}
      />
      <span aria-hidden="true">{name}</span>
    </label>
  );
}
