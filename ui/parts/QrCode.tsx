/** A text as a picture for a telephone's camera. Always dark on light, with the quiet border its readers need. */
import { encode } from "uqr";

/** Empty modules around the code, by ISO/IEC 18004. */
const QUIET_MODULES = 4;

export function QrCode({ text, name }: { text: string; name: string }) {
  const { data, size } = encode(text, { ecc: "M", border: QUIET_MODULES });
  const dark = data.flatMap((line, y) => line.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg className="sv-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={name} shapeRendering="crispEdges">
      <rect className="sv-qr__light" width={size} height={size} />
      <path className="sv-qr__dark" d={dark.join("")} />
    </svg>
  );
}
