/** Keys of the whole program: what each does stands in the help that `?` opens. */
import { useEffect, useRef } from "react";

/** Acts by key, as `KeyboardEvent.key` names it; `Ctrl+Enter` with its sign. */
export type KeyActs = Record<string, (event: KeyboardEvent) => void>;

/** Whether the person is typing: then single letters are letters. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable='true']") !== null;
}

/** Whether something modal is open: keys of the page beneath sleep. */
function isCovered(): boolean {
  return document.querySelector("[aria-modal='true'], .g-modal_open, [role='menu']") !== null;
}

/** Letters by their place on the keyboard, so that they work in the Russian layout too. */
const BY_PLACE: Record<string, string> = {
  KeyA: "a", KeyD: "d", KeyF: "f", KeyJ: "j", KeyK: "k", KeyR: "r", KeyX: "x", Slash: "/",
};

function named(event: KeyboardEvent): string {
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") return "Ctrl+Enter";
  if (event.ctrlKey || event.metaKey || event.altKey) return "";
  if (event.key === "?" || (event.code === "Slash" && event.shiftKey)) return "?";
  if (event.key.length === 1 && !event.shiftKey) return BY_PLACE[event.code] ?? event.key;
  return event.key;
}

/** Listens while the part is shown. Acts sleep under a dialog and, but for `Ctrl+Enter`, while a field has the focus. */
export function useKeys(acts: KeyActs): void {
  const present = useRef(acts);
  useEffect(() => {
    present.current = acts;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const name = named(event);
      const act = present.current[name];
      if (!act || event.defaultPrevented || isCovered()) return;
      if (isTyping(event.target) && name !== "Ctrl+Enter") return;
      act(event);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
