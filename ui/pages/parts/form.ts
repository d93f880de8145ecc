/** Forms of the server that a script fills in. */

/** The form's button while something is awaited. */
function button(form: HTMLFormElement): HTMLButtonElement {
  const found = form.querySelector<HTMLButtonElement>("button[type=submit]");
  if (!found) throw new Error("a form without a button");
  return found;
}

function setBusy(form: HTMLFormElement, isBusy: boolean): void {
  button(form).disabled = isBusy;
  button(form).setAttribute("aria-busy", String(isBusy));
}

/** A form that needs no filling in is sent once, however often its buttons are pressed. */
export function onceOnly(form: HTMLFormElement): void {
  let isSent = false;
  form.addEventListener("submit", (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
  });
  // A browser that goes back shows the page as it was left.
  window.addEventListener("pageshow", () => { isSent = false; });
}

/**
 * Pressed, the form asks for what it lacks and is sent with it; pressed twice, once. What went wrong stands in the form, in words
 * that `told` finds; without words the server's own text is shown.
 */
export function filledBy(
  form: HTMLFormElement,
  answer: () => Promise<Record<string, string>>,
  told: (error: unknown) => Promise<string | undefined>,
): void {
  const trouble = form.querySelector<HTMLElement>("[data-trouble]");
  const fill = async () => {
    setBusy(form, true);
    if (trouble) trouble.hidden = true;
    try {
      for (const [name, value] of Object.entries(await answer())) {
        const field = form.elements.namedItem(name);
        if (field instanceof HTMLInputElement) field.value = value;
      }
      form.submit();
    } catch (error) {
      const words = await told(error);
      if (trouble) {
        if (words !== undefined) trouble.textContent = words;
        trouble.hidden = false;
      }
      setBusy(form, false);
    }
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void fill();
  });
  window.addEventListener("pageshow", () => setBusy(form, false));
}

/** The server gave no challenge. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/** Asks the server for something to be answered. */
export async function challenge<Asked>(place: string): Promise<Asked> {
  const answer = await fetch(place, { method: "POST" }).catch(() => undefined);
  if (!answer?.ok) throw new NoAnswer();
  return await answer.json() as Asked;
}

/** Octets as the forms carry them. */
export function base64(octets: ArrayBuffer | Uint8Array): string {
  return btoa(Array.from(new Uint8Array(octets), (octet) => String.fromCharCode(octet)).join(""));
}
