/** The second step of a change: six digits from a telephone. */
import { useState, type ComponentProps } from "react";
import { TextField } from "../../../parts";
import { say } from "../../../words";
import { AskDialog } from "../AskDialog";
import { SECURITY } from "./queries";

/** Digits of a code. */
const CODE_DIGITS = 6;

interface Props extends Pick<ComponentProps<typeof AskDialog>, "title" | "verb" | "done" | "width" | "keepsOpen" | "onClose"> {
  act: (code: string) => Promise<unknown>;
  children: ComponentProps<typeof AskDialog>["children"];
}

export function CodeDialog({ act, children, ...dialog }: Props) {
  const [code, setCode] = useState("");
  return (
    <AskDialog width="s" {...dialog} stale={SECURITY} fields={["code"]} isBarred={code.length !== CODE_DIGITS} act={() => act(code)}>
      {(wrong) => (
        <>
          {typeof children === "function" ? children(wrong) : children}
          <TextField
            label={say("client-security-code")} inputMode="numeric" autoComplete="one-time-code" maxLength={CODE_DIGITS}
            value={code} onUpdate={(text) => setCode(text.replace(/\D/g, ""))} error={wrong("code")} autoFocus required
          />
        </>
      )}
    </AskDialog>
  );
}
