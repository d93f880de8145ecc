/** Light, dark, or as the device is; chosen once, kept on the device. Print is always light. */
import { ThemeProvider } from "@gravity-ui/uikit";
import { createContext, useContext, useMemo, useState, type ReactNode } from "react";
import { language } from "../words";

/** What a person chose. */
export type Theme = "system" | "light" | "dark";

const KEPT_AT = "svitok.theme";

function kept(): Theme {
  const word = localStorage.getItem(KEPT_AT);
  return word === "light" || word === "dark" ? word : "system";
}

const Chosen = createContext<{ theme: Theme; choose: (theme: Theme) => void }>({ theme: "system", choose: () => undefined });

/** The theme and how to choose another. */
export function useTheme() {
  return useContext(Chosen);
}

/** Around the whole program. */
export function Themed({ children }: { children: ReactNode }) {
  const [theme, setTheme] = useState<Theme>(kept);
  const chosen = useMemo(() => ({
    theme,
    choose: (next: Theme) => {
      localStorage.setItem(KEPT_AT, next);
      setTheme(next);
    },
  }), [theme]);
  return (
    <Chosen.Provider value={chosen}>
      <ThemeProvider theme={theme} lang={language()} fallbackLang="en">{children}</ThemeProvider>
    </Chosen.Provider>
  );
}
