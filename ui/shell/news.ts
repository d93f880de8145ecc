/** News of the box: what is shown of it is asked for again. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { ofBox } from "../rooms/exchange/queries";

/** Several events of one act come together and are one piece of news. */
const GATHERED_MS = 250;
/** Where the feed cannot be held open, a page in sight asks again this often, and tries the feed again. */
const ASKED_EVERY_MS = 30_000;

/** Listens to the feed while the page is in sight: a person may hold few of them, and who looks elsewhere needs none. */
export function useNews(boxId: string): void {
  const client = useQueryClient();
  useEffect(() => {
    let feed: EventSource | undefined;
    let gathering: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      gathering ??= setTimeout(() => {
        gathering = undefined;
        void client.invalidateQueries({ queryKey: ofBox(boxId) });
        void client.invalidateQueries({ queryKey: ["meter"] });
      }, GATHERED_MS);
    };
    const listen = () => {
      feed ??= new EventSource(`/api/v1/exchange/boxes/${boxId}/events/live`);
      feed.addEventListener("feed", tell);
    };
    const rest = () => {
      feed?.close();
      feed = undefined;
    };
    const look = () => {
      if (document.visibilityState === "hidden") return rest();
      if (!feed) tell();
      listen();
    };
    // What the browser gave up on (the server ended it, or answered otherwise) is begun anew; meanwhile it is asked.
    const timer = setInterval(() => {
      if (feed?.readyState !== EventSource.CLOSED || !navigator.onLine) return;
      rest();
      look();
    }, ASKED_EVERY_MS);
    listen();
    document.addEventListener("visibilitychange", look);
    return () => {
      rest();
      clearInterval(timer);
      clearTimeout(gathering);
      document.removeEventListener("visibilitychange", look);
    };
  }, [boxId, client]);
}
