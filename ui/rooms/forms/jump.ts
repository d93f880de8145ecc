/** To the cell a finding speaks of; to what is nearest around it, where the cell is not shown. */
import type { LiveForm } from "./live";

export function jump(form: LiveForm, path: string): void {
  form.reveal(path);
  // Tables scroll first, and draw the row a turn later.
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const place = nearest(path);
    place?.scrollIntoView({ block: "center" });
    const control = place?.matches("input, select") ? place : place?.querySelector<HTMLElement>("input, select, textarea, button") ?? place;
    control?.focus({ preventScroll: true });
  }));
}

function nearest(path: string): HTMLElement | undefined {
  const steps = path.split("/");
  for (let depth = steps.length; depth > 0; depth -= 1) {
    const found = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(steps.slice(0, depth).join("/"))}"]`);
    if (found) return found;
  }
  return undefined;
}
