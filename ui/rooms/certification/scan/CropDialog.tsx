/** A picture is turned and its sides are cut off; what lies around the document goes at once. */
import { useEffect, useRef, useState } from "react";
import { Button, Dialog, Notice, Skeleton } from "../../../parts";
import { say } from "../../../words";
import { cutTurned, cutWith, KEPT_PERCENT_MIN, turned, type Crop } from "./crop";
import type { Inset } from "./measure";
import { cropped, drawn, opened } from "./picture";

/** The longer side of what is shown, in pixels. */
const SHOWN_SIDE_MAX = 900;
const SIDES = ["top", "right", "bottom", "left"] as const;

export interface CropDialogProps {
  file: Blob;
  /** What is cut at first: the even border that was found. */
  border: Inset;
  bytesMax: number;
  onDone: (file: Blob) => void;
  onClose: () => void;
}

export function CropDialog({ file, border, bytesMax, onDone, onClose }: CropDialogProps) {
  const [crop, setCrop] = useState<Crop>({ turn: 0, cut: border });
  const [isBusy, setBusy] = useState(false);
  const [isFailed, setFailed] = useState(false);
  const apply = () => {
    setBusy(true);
    cropped(file, crop, bytesMax).then(onDone, () => { setFailed(true); setBusy(false); });
  };
  return (
    <Dialog title={say("client-paper-crop")} verb={say("client-paper-crop-apply")} isBusy={isBusy} onApply={apply} onClose={onClose} width="m">
      <Preview file={file} crop={crop} />
      <div className="sv-crop">
        {SIDES.map((side) => (
          <label key={side} className="sv-crop__side">
            <span className="sv-field__label">{say(`client-paper-cut-${side}`, { percent: crop.cut[side] })}</span>
            <input
              type="range" min={0} max={100 - KEPT_PERCENT_MIN} value={crop.cut[side]}
              onChange={(event) => { const percent = Number(event.target.value); setCrop((present) => ({ ...present, cut: cutWith(present.cut, side, percent) })); }}
            />
          </label>
        ))}
      </div>
      <Button view="outlined" size="l" onClick={() => setCrop(({ turn, cut }) => ({ turn: turned(turn), cut: cutTurned(cut) }))}>{say("client-paper-turn")}</Button>
      {isFailed && <Notice tone="stop">{say("client-paper-crop-failed")}</Notice>}
    </Dialog>
  );
}

function Preview({ file, crop }: { file: Blob; crop: Crop }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [bitmap, setBitmap] = useState<ImageBitmap | undefined>();
  useEffect(() => {
    let made: ImageBitmap | undefined;
    let isLeft = false;
    void opened(file).then((found) => {
      made = found;
      if (isLeft) found?.close();
      else setBitmap(found);
    });
    return () => { isLeft = true; made?.close(); };
  }, [file]);
  useEffect(() => {
    if (bitmap && canvas.current) drawn(bitmap, crop, SHOWN_SIDE_MAX, canvas.current);
  }, [bitmap, crop]);
  return (
    <div className="sv-picture__box">
      {!bitmap && <Skeleton rows={2} />}
      <canvas ref={canvas} className="sv-picture__picture" role="img" aria-label={say("client-paper-crop-shown")} hidden={!bitmap} />
    </div>
  );
}
