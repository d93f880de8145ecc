/**
 * A scan to be read closely: larger, smaller, turned, over the whole screen; dragged where it is larger than its place.
 * Keys: `+`, `-`, `0` as it fits, `r` turns, `f` whole screen.
 */
import { useEffect, useRef, useState, type PointerEvent } from "react";
import { ArrowRotateRight, ArrowsExpand, IconButton, Minus, Plus, Skeleton, useKeys } from "../../../parts";
import { say } from "../../../words";

/** Widths of the picture in parts of its place. */
const ZOOMS = [1, 1.5, 2, 3, 4, 6] as const;
const QUARTER = 90;

export interface ScanViewerProps {
  /** What the scan is, for who does not see it. */
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** `image/png` or `image/jpeg`. */
  mediaType: string;
  /** Whether it answers to keys. */
  hasKeys: boolean;
}

export function ScanViewer({ name, bytes, mediaType, hasKeys }: ScanViewerProps) {
  const url = useUrl(bytes, mediaType);
  return url ? <Picture key={url} name={name} url={url} hasKeys={hasKeys} /> : null;
}

/** An address of the bytes inside this page, for as long as it is looked at. */
function useUrl(bytes: Uint8Array<ArrayBuffer>, mediaType: string): string | undefined {
  const [url, setUrl] = useState<string | undefined>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, mediaType]);
  return url;
}

function Picture({ name, url, hasKeys }: { name: string; url: string; hasKeys: boolean }) {
  const place = useRef<HTMLDivElement>(null);
  const size = useNaturalSize(url);
  const [zoom, setZoom] = useState(0);
  const [turns, setTurns] = useState(0);
  const step = (by: number) => setZoom((present) => Math.max(0, Math.min(ZOOMS.length - 1, present + by)));
  const turn = () => setTurns((present) => (present + 1) % 4);
  const whole = () => void (document.fullscreenElement ? document.exitFullscreen() : place.current?.requestFullscreen());
  const enlarge = () => step(1);
  useKeys(hasKeys ? { "+": enlarge, "=": enlarge, "-": () => step(-1), 0: () => setZoom(0), r: turn, f: whole } : {});
  return (
    <div className="sv-scan" ref={place}>
      <div className="sv-scan__tools" role="toolbar" aria-label={say("client-scan-tools")}>
        <IconButton name={say("client-scan-smaller")} icon={Minus} disabled={zoom === 0} onClick={() => step(-1)} />
        <span className="sv-scan__zoom" aria-live="polite">{Math.round((ZOOMS[zoom] ?? 1) * 100)}&nbsp;%</span>
        <IconButton name={say("client-scan-larger")} icon={Plus} disabled={zoom === ZOOMS.length - 1} onClick={enlarge} />
        <IconButton name={say("client-scan-turn")} icon={ArrowRotateRight} onClick={turn} />
        <IconButton name={say("client-scan-whole")} icon={ArrowsExpand} onClick={whole} />
      </div>
      {size === undefined && <Skeleton rows={5} />}
      {size === "broken" && <p className="sv-scan__none">{say("client-scan-broken")}</p>}
      {size && size !== "broken" && <Turned name={name} url={url} size={size} turns={turns} zoom={ZOOMS[zoom] ?? 1} />}
    </div>
  );
}

interface Size { width: number; height: number }

/** Drawn as a vector picture around the scan: it turns and grows without a style of its own. */
function Turned({ name, url, size, turns, zoom }: { name: string; url: string; size: Size; turns: number; zoom: number }) {
  const { width, height } = size;
  const isLying = turns % 2 === 1;
  const box = isLying ? { width: height, height: width } : size;
  const middle = `translate(${box.width / 2} ${box.height / 2}) rotate(${turns * QUARTER}) translate(${-width / 2} ${-height / 2})`;
  return (
    <div className="sv-scan__place" tabIndex={0} role="group" aria-label={name} {...dragged}>
      <svg role="img" aria-label={name} viewBox={`0 0 ${box.width} ${box.height}`} width={`${zoom * 100}%`}>
        <image href={url} width={width} height={height} transform={middle} />
      </svg>
    </div>
  );
}

/** The scan moves with the pointer that holds it. */
const dragged = {
  onPointerDown: (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType === "mouse") event.currentTarget.setPointerCapture(event.pointerId);
  },
  onPointerMove: (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    event.currentTarget.scrollBy(-event.movementX, -event.movementY);
  },
};

function useNaturalSize(url: string): Size | "broken" | undefined {
  const [size, setSize] = useState<Size | "broken">();
  useEffect(() => {
    const picture = new Image();
    picture.onload = () => setSize({ width: picture.naturalWidth, height: picture.naturalHeight });
    picture.onerror = () => setSize("broken");
    picture.src = url;
    return () => { picture.onload = picture.onerror = null; };
  }, [url]);
  return size;
}
