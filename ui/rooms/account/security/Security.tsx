/** How the person signs in, on which devices they are, and who tried to. */
import { SettingsPage } from "../SettingsPage";
import { BoundCertificates } from "./BoundCertificates";
import { Devices } from "./Devices";
import { Journal } from "./Journal";
import { OwnWays } from "./OwnWays";
import { Passkeys } from "./Passkeys";
import { SecondFactor } from "./SecondFactor";
import { SignIns } from "./SignIns";
import { WaysIn } from "./WaysIn";

export function Security() {
  return (
    <SettingsPage>
      <div className="sv-columns sv-columns_even">
        <div className="sv-column"><WaysIn /><SecondFactor /></div>
        <div className="sv-column"><OwnWays /><Passkeys /><BoundCertificates /><Devices /></div>
      </div>
      <SignIns />
      <Journal />
    </SettingsPage>
  );
}
