/** News of the box: what is shown of it is asked for again. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { ofBox } from "../rooms/exchange/queries";

/** How often a page in sight asks again when nobody tells it. */
const ASKED_EVERY_MS = 30_000;

export function useNews(boxId: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && navigator.onLine) void client.invalidateQueries({ queryKey: ofBox(boxId) });
    }, ASKED_EVERY_MS);
    return () => clearInterval(timer);
  }, [boxId, client]);
}
