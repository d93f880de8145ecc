/** Devices on which the second step is not asked for. */
import { useQuery } from "@tanstack/react-query";
import { answered, api } from "../../../api/client";
import { moment } from "../../../parts";
import { say } from "../../../words";
import { deviceName } from "./deviceName";
import { ListCard } from "./ListCard";
import { devices, type Device } from "./queries";

export function Devices() {
  return (
    <ListCard<Device>
      title={say("client-security-devices")} about={say("client-security-devices-about")} asked={useQuery(devices())}
      idOf={(one) => one.device_id} nameOf={(one) => deviceName(one.name)} empty={say("client-security-devices-none")}
      factsOf={(one) => [one.address, say("client-security-since", { at: moment(one.created_at) }), say("client-security-until", { at: moment(one.expires_at) })].join(" · ")}
      removal={{
        verb: say("client-security-device-forget"), title: (name) => say("client-security-device-ask", { name }),
        text: say("client-security-device-about"), done: say("client-security-device-done"),
        act: ({ device_id }) => answered(api.DELETE("/api/v1/account/devices/{device_id}", { params: { path: { device_id } } })),
      }}
    />
  );
}
