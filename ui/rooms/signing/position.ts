/** The position of who signs, where the certificate has none; kept on the device. */
import { useState } from "react";

const KEPT_AT = "svitok.position";

export function usePosition(): [string, (position: string) => void] {
  const [position, setPosition] = useState(() => localStorage.getItem(KEPT_AT) ?? "");
  return [position, (next) => {
    localStorage.setItem(KEPT_AT, next);
    setPosition(next);
  }];
}
