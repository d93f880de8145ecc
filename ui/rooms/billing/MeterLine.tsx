/** The meter in a line: how many free outgoing documents are left. It is always on screen. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useSession } from "../../api/session";
import { count } from "../../parts";
import { say } from "../../words";
import { meterOf } from "./queries";

/** In the side menu. */
export function MeterLine() {
  const { own } = useSession();
  const meter = useQuery(meterOf(own.organization.organization_id)).data;
  if (!meter) return null;
  return (
    <Link to="/meter" className="sv-meter">
      <span>{say("client-meter")}</span>
      <strong>{say("client-meter-left", { left: count(meter.left), free: count(meter.free) })}</strong>
      <meter min={0} max={Math.max(1, meter.free)} value={Math.min(meter.counted, meter.free)} aria-label={say("client-meter-counted", { count: count(meter.counted) })} />
    </Link>
  );
}

/** Above the sent documents, where there is no side menu. */
export function MeterHere() {
  const { own } = useSession();
  const meter = useQuery(meterOf(own.organization.organization_id)).data;
  if (!meter) return null;
  return <Link to="/meter">{say("client-meter-free-left", { left: count(meter.left), free: count(meter.free) })}</Link>;
}

/** Beside the button that sends: what this sending takes, before it is pressed. */
export function MeterPrice({ documents }: { documents: number }) {
  const { own } = useSession();
  const meter = useQuery(meterOf(own.organization.organization_id)).data;
  if (!meter) return null;
  if (own.organization.is_test) return <span className="sv-dim">{say("client-meter-test")}</span>;
  if (meter.left >= documents) {
    return <span className="sv-dim">{say("client-meter-takes", { count: documents, left: count(meter.left - documents) })}</span>;
  }
  return <span className="sv-late">{say(meter.after_free === "refused" ? "client-meter-refused" : "client-meter-over", { left: count(meter.left) })}</span>;
}
