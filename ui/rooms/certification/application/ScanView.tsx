/** A scan to be looked at: turned, made larger. What is no picture is saved as a file. Nothing of it stays in the browser. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { bytesAt } from "../../../api/client";
import { Button, ErrorState, Skeleton } from "../../../parts";
import { say } from "../../../words";
import { save } from "../../exchange/download";

export interface ScanViewProps {
  /** Address of the scan in the API. */
  path: string;
  /** What it is, for who does not see it. */
  name: string;
  /** Its media type. */
  format: string;
  /** Another when another scan was given in its place. */
  version: string;
}

export function ScanView({ path, name, format, version }: ScanViewProps) {
  const asked = useQuery({ queryKey: ["scan", path, version], queryFn: ({ signal }) => bytesAt(path, signal), gcTime: 0, staleTime: Infinity });
  if (asked.isPending) return <Skeleton rows={3} />;
  if (asked.error) return <ErrorState error={asked.error} retry={() => void asked.refetch()} />;
  if (!format.startsWith("image/")) {
    return <Button view="outlined" size="l" onClick={() => save(`${name}.pdf`, asked.data)}>{say("client-paper-save")}</Button>;
  }
  return <Picture bytes={asked.data} format={format} name={name} />;
}

/** Quarters of a turn. */
const TURNS = 4;

function Picture({ bytes, format, name }: { bytes: Uint8Array<ArrayBuffer>; format: string; name: string }) {
  const url = useUrl(bytes, format);
  const [turn, setTurn] = useState(0);
  const [isLarge, setLarge] = useState(false);
  if (!url) return null;
  return (
    <figure className="sv-picture">
      <div className={`sv-picture__box ${isLarge ? "sv-picture__box_large" : ""}`} tabIndex={0} role="group" aria-label={name}>
        <img src={url} alt={name} className={`sv-picture__picture sv-picture__picture_turn-${turn}`} />
      </div>
      <figcaption className="sv-acts">
        <Button view="flat" size="m" onClick={() => setTurn((turn + 1) % TURNS)}>{say("client-paper-turn")}</Button>
        <Button view="flat" size="m" onClick={() => setLarge(!isLarge)}>{say(isLarge ? "client-paper-smaller" : "client-paper-larger")}</Button>
      </figcaption>
    </figure>
  );
}

/** An address of the bytes inside this page, for as long as it is looked at. */
function useUrl(bytes: Uint8Array<ArrayBuffer>, format: string): string | undefined {
  const [url, setUrl] = useState<string | undefined>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: format }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, format]);
  return url;
}
