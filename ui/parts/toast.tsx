/** Short words that something was done, with a way back; what went wrong stays where it happened and is never said here. */
import { Toaster, ToasterComponent, ToasterProvider } from "@gravity-ui/uikit";
import type { ReactNode } from "react";
import { say } from "../words";

const toaster = new Toaster();
let number = 0;

/** Long enough to read and to undo. */
const SHOWN_MS = 6_000;

/** Says what was done; with `undo`, offers to take it back. */
export function told(title: string, undo?: () => void): void {
  number += 1;
  toaster.add({
    name: `told-${number}`,
    title,
    theme: "success",
    autoHiding: SHOWN_MS,
    isClosable: true,
    ...(undo ? { actions: [{ label: say("client-undo"), onClick: undo, removeAfterClick: true }] } : {}),
  });
}

/** Where they appear. */
export function Toasts({ children }: { children: ReactNode }) {
  return (
    <ToasterProvider toaster={toaster}>
      {children}
      <ToasterComponent />
    </ToasterProvider>
  );
}
