/** A scan by its address in the API, to be looked at. Nothing of it stays in the browser once nobody looks. */
import { useQuery } from "@tanstack/react-query";
import { bytesAt } from "../../../api/client";
import { ErrorState, Skeleton } from "../../../parts";
import { ScanViewer } from "./ScanViewer";

export interface ScanViewProps {
  /** Address of the scan in the API. */
  path: string;
  /** What it is, for who does not see it. */
  name: string;
  mediaType: string;
  /** Another when another scan was given in its place. */
  version: string;
}

export function ScanView({ path, name, mediaType, version }: ScanViewProps) {
  const asked = useQuery({ queryKey: ["scan", path, version], queryFn: ({ signal }) => bytesAt(path, signal), gcTime: 0, staleTime: Infinity });
  if (asked.isPending) return <Skeleton rows={3} />;
  if (!asked.data) return <ErrorState error={asked.error} retry={() => void asked.refetch()} />;
  return <ScanViewer name={name} bytes={asked.data} mediaType={mediaType} />;
}
