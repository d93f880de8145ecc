/** A dialog about something that the present password must be shown for: a signed-in page alone is not enough. */
import { useState, type ComponentProps, type ReactNode } from "react";
import { TextField } from "../../../parts";
import { say } from "../../../words";
import { AskDialog } from "../AskDialog";

/** Longest password, in characters; the server's limit. */
export const PASSWORD_MAX = 256;

/** The field of this dialog, beside the form's own. */
const PRESENT = "present";

interface Props extends Omit<ComponentProps<typeof AskDialog>, "act" | "children" | "stale" | "fieldOf"> {
  /** What is done, with the present password; empty where there is none. */
  act: (present: string) => Promise<unknown>;
  stale: readonly unknown[];
  children?: ReactNode | ((wrong: (field: string) => string | undefined) => ReactNode);
}

export function PasswordDialog({ act, fields = [], children, ...dialog }: Props) {
  const [present, setPresent] = useState("");
  return (
    <AskDialog
      {...dialog} fields={[...fields, PRESENT]} act={() => act(present)}
      fieldOf={({ code, field }) => (code === "account.sign-in.wrong-password" ? PRESENT : field)}
    >
      {(wrong) => (
        <>
          <TextField
            type="password" label={say("client-security-present")} hint={say("client-security-present-hint")} autoComplete="current-password"
            value={present} onUpdate={setPresent} maxLength={PASSWORD_MAX} error={wrong(PRESENT) && say("client-security-present-wrong")} autoFocus
          />
          {typeof children === "function" ? children(wrong) : children}
        </>
      )}
    </AskDialog>
  );
}
