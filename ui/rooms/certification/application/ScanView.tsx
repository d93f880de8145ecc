/** A scan to be looked at. What is no picture is saved as a file. Nothing of it stays in the browser. */
import { useQuery } from "@tanstack/react-query";
import { bytesAt } from "../../../api/client";
import { Button, ErrorState, Skeleton } from "../../../parts";
import { say } from "../../../words";
import { save } from "../../exchange/download";
import { ScanViewer } from "./ScanViewer";

export interface ScanViewProps {
  /** Address of the scan in the API. */
  path: string;
  /** What it is, for who does not see it. */
  name: string;
  mediaType: string;
  /** Another when another scan was given in its place. */
  version: string;
  /** The only scan of the page answers to keys. */
  hasKeys?: boolean;
}

export function ScanView({ path, name, mediaType, version, hasKeys }: ScanViewProps) {
  const asked = useQuery({ queryKey: ["scan", path, version], queryFn: ({ signal }) => bytesAt(path, signal), gcTime: 0, staleTime: Infinity });
  if (asked.isPending) return <Skeleton rows={3} />;
  if (asked.error) return <ErrorState error={asked.error} retry={() => void asked.refetch()} />;
  if (!mediaType.startsWith("image/")) {
    return <Button view="outlined" size="l" onClick={() => save(`${name}.pdf`, asked.data)}>{say("client-scan-save")}</Button>;
  }
  return <ScanViewer name={name} bytes={asked.data} mediaType={mediaType} hasKeys={hasKeys ?? false} />;
}
