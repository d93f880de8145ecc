/** The program's beginning: words, then the session, then the frame. */
import "./parts/styles";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { onSignedOut } from "./api/client";
import { Refused } from "./api/refusal";
import { trustedScript } from "./api/trusted";
import { Themed, Toasts } from "./parts";
import { router } from "./shell/routes";
import { toSignIn } from "./shell/signOut";
import { chosenLanguage, openWords } from "./words";

/** A lost answer is asked for again this often; a refusal never is. */
const RETRIES_MAX = 2;

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < RETRIES_MAX && !(error instanceof Refused && !error.isFault),
      refetchOnWindowFocus: true,
      // Without a network the service worker answers with what was read before.
      networkMode: "always",
    },
    mutations: { retry: false },
  },
});

onSignedOut(toSignIn);

async function begin(): Promise<void> {
  const language = chosenLanguage();
  document.documentElement.lang = language;
  await openWords(language);
  const place = document.getElementById("root");
  if (!place) throw new Error("the page has no place for the program");
  createRoot(place).render(
    <StrictMode>
      <Themed>
        <Toasts>
          <QueryClientProvider client={client}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </Toasts>
      </Themed>
    </StrictMode>,
  );
}

void begin();

if (import.meta.env.PROD && "serviceWorker" in navigator) {
  // Where the browser refuses it (a private window, plain http), everything but reading without a network works.
  addEventListener("load", () => void navigator.serviceWorker.register(trustedScript("/sw.js")).catch(() => undefined));
}
