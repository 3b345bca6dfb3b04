import { Sparkline } from '../../ui/drawing/sparkline.tsx';
import { WorldMap } from '../../ui/map/world-map.tsx';
import { CarrierMark } from '../../ui/status/carrier-mark.tsx';
import { JourneyStrip } from '../../ui/status/journey-strip.tsx';
import { milestoneNames } from '../../ui/status/milestone-look.ts';
import { ProgressBar } from '../../ui/status/progress-bar.tsx';
import { StatusBadge } from '../../ui/status/status-badge.tsx';
import { Timeline } from '../../ui/status/timeline.tsx';
import { TimeWithZone } from '../../ui/time/time-with-zone.tsx';
import { Factors } from '../shipment/factors.tsx';
import { mapPoints } from '../shipment/map-points.ts';
import styles from './dev-ui.module.css';
import { madeUpEntry, madeUpLegs, madeUpTimeline } from './made-up.ts';
import { Specimen } from './specimen.tsx';

export function ShipmentSpecimens() {
  const why = <Factors confidence={madeUpEntry.confidence} factors={madeUpEntry.confidenceFactors} />;
  return (
    <>
      <Specimen name="Status badge">
        {milestoneNames.map((milestone) => (
          <StatusBadge key={milestone} milestone={milestone} />
        ))}
        <StatusBadge milestone="in_transit" why={why} />
      </Specimen>
      <Specimen name="Progress bar">
        {milestoneNames.map((milestone) => (
          <ProgressBar key={milestone} milestone={milestone} />
        ))}
      </Specimen>
      <Specimen name="Time with zone">
        {madeUpTimeline.map((entry) => (
          <TimeWithZone key={entry.localTime} time={entry} />
        ))}
      </Specimen>
      <Specimen name="Carrier mark">
        <CarrierMark title="GLS" />
        <CarrierMark title="PostNL" />
        <CarrierMark title="A carrier with a long name" />
      </Specimen>
      <Specimen name="Sparkline">
        <div className={styles.field}>
          <Sparkline values={[2, 4, 3, 8, 6, 9, 12, 7]} label="Delivered" />
        </div>
        <div className={styles.field}>
          <Sparkline values={[0, 0, 0]} label="Nothing" />
        </div>
      </Specimen>
      <Specimen name="Journey strip">
        <div className={styles.box}>
          <JourneyStrip
            from="Lyon, FR"
            to="Utrecht, NL"
            legs={madeUpLegs}
            carrierTitle={(name) => name}
            milestone="in_transit"
          />
        </div>
        <div className={styles.box}>
          <JourneyStrip
            from="Lyon, FR"
            to="Utrecht, NL"
            legs={madeUpLegs.slice(1)}
            carrierTitle={(name) => name}
            milestone="delivered"
          />
        </div>
      </Specimen>
      <Specimen name="Timeline">
        <div className={styles.box}>
          <Timeline entries={madeUpTimeline} why={() => why} />
        </div>
        <div className={styles.box}>
          <WorldMap
            points={mapPoints(madeUpTimeline)}
            styleAddress={null}
            words="The way so far: Lyon, FR, then Utrecht, NL."
          />
        </div>
      </Specimen>
    </>
  );
}
