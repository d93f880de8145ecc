/**
 * Short words that something was done, or will be, with a way back. What went wrong stays where it happened and is said here
 * only where nothing of it is shown any more: of an act that was put off, and of taking one back.
 */
import { Toaster, ToasterComponent, ToasterProvider } from "@gravity-ui/uikit";
import { useSyncExternalStore, type ReactNode } from "react";
import { say } from "../words";
import { errorWords } from "./errorWords";
import { doAllNow, hearWaiting, putOff, TAKE_BACK_MS, takeBack, whatWaits } from "./putOff";

const toaster = new Toaster();
let number = 0;

/** Long enough to read a failure and what to do about it. */
const FAILURE_SHOWN_MS = 20_000;

function show(theme: "success" | "info", title: string, undo?: () => void): string {
  number += 1;
  const name = `told-${number}`;
  toaster.add({
    name,
    title,
    theme,
    autoHiding: TAKE_BACK_MS,
    isClosable: true,
    ...(undo ? { actions: [{ label: say("client-undo"), onClick: undo, removeAfterClick: true }] } : {}),
  });
  return name;
}

function toldFailed(error: unknown): void {
  number += 1;
  const { title } = errorWords(error);
  toaster.add({ name: `told-${number}`, title: say("client-undo-failed", { why: title }), theme: "danger", autoHiding: FAILURE_SHOWN_MS, isClosable: true });
}

/** Says what was done; with `undo`, the act that undoes it, offers to take it back. */
export function told(title: string, undo?: () => Promise<unknown>): void {
  show("success", title, undo && (() => void undo().catch(toldFailed)));
}

/**
 * Says what will be done, and does it unless it is taken back: for acts that nothing can undo. `key` is what it is about:
 * one about the same waits at a time ({@link useWaiting} says which do).
 */
export function tellLater({ key, title, act }: { key: string; title: string; act: () => Promise<unknown> }): void {
  if (whatWaits().has(key)) return;
  const name = show("info", title, () => void takeBack(key));
  const end = () => toaster.remove(name);
  putOff({ key, act, onEnd: end, onFailed: (error) => { end(); toldFailed(error); } });
}

/** What is put off and waits, by its key. */
export function useWaiting(): ReadonlySet<string> {
  return useSyncExternalStore(hearWaiting, whatWaits);
}

addEventListener("pagehide", () => void doAllNow());

/** Where they appear. */
export function Toasts({ children }: { children: ReactNode }) {
  return (
    <ToasterProvider toaster={toaster}>
      {children}
      <ToasterComponent />
    </ToasterProvider>
  );
}
