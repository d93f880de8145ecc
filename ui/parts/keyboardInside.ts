/** Keys of a dialog, which sleep outside it. */
import type { KeyboardEvent } from "react";

/** A handler for the part's own element. */
export function useKeysInside(acts: Record<string, () => void>) {
  return (event: KeyboardEvent) => {
    const name = (event.ctrlKey || event.metaKey) && event.key === "Enter" ? "Ctrl+Enter" : event.key;
    const act = acts[name];
    if (!act) return;
    event.preventDefault();
    act();
  };
}
