/** A button that opens a list of acts. */
import { DropdownMenu } from "@gravity-ui/uikit";
import type { ComponentProps, ReactNode } from "react";
import { Button } from "./base";

/** One act of a menu. */
export interface MenuAct {
  text: ReactNode;
  act: () => void;
  isDanger?: boolean;
  isChosen?: boolean;
}

export interface MenuProps {
  /** For who does not see the button. */
  name: string;
  /** What stands on the button. */
  children: ReactNode;
  /** Groups of acts. */
  groups: readonly (readonly MenuAct[])[];
  view?: ComponentProps<typeof Button>["view"];
  className?: string;
}

export function Menu({ name, children, groups, view, className }: MenuProps) {
  const items = groups.map((group) =>
    group.map((one) => ({
      text: one.text, action: one.act, selected: one.isChosen ?? false,
      ...(one.isDanger ? { theme: "danger" as const } : {}),
    })),
  );
  return (
    <DropdownMenu
      items={items}
      popupProps={{ placement: ["bottom-end", "bottom-start", "top-end"] }}
      renderSwitcher={(props) => (
        <Button {...props} view={view ?? "flat"} size="l" aria-label={name} title={name} aria-haspopup="menu" className={className ?? ""}>
          {children}
        </Button>
      )}
    />
  );
}
