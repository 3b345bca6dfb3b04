import { Sparkline } from '../../ui/drawing/sparkline.tsx';
import { WorldMap } from '../../ui/map/world-map.tsx';
import { CarrierMark } from '../../ui/status/carrier-mark.tsx';
import { JourneyStrip } from '../../ui/status/journey-strip.tsx';
import { milestoneNames } from '../../ui/status/milestone-style.ts';
import { ProgressBar } from '../../ui/status/progress-bar.tsx';
import { StatusBadge } from '../../ui/status/status-badge.tsx';
import { Timeline } from '../../ui/status/timeline.tsx';
import { TimeWithZone } from '../../ui/time/time-with-zone.tsx';
import { Factors } from '../shipment/factors.tsx';
import { mapPoints } from '../shipment/map-points.ts';
import styles from './dev-ui.module.css';
import { Example } from './example.tsx';
import { sampleEntry, sampleLegs, sampleTimeline } from './sample-data.ts';

export function ShipmentExamples() {
  const why = <Factors confidence={sampleEntry.confidence} factors={sampleEntry.confidenceFactors} />;
  return (
    <>
      <Example name="Status badge">
        {milestoneNames.map((milestone) => (
          <StatusBadge key={milestone} milestone={milestone} />
        ))}
        <StatusBadge milestone="in_transit" why={why} />
      </Example>
      <Example name="Progress bar">
        {milestoneNames.map((milestone) => (
          <ProgressBar key={milestone} milestone={milestone} />
        ))}
      </Example>
      <Example name="Time with zone">
        {sampleTimeline.map((entry) => (
          <TimeWithZone key={entry.localTime} time={entry} />
        ))}
      </Example>
      <Example name="Carrier mark">
        <CarrierMark title="GLS" />
        <CarrierMark title="PostNL" />
        <CarrierMark title="A carrier with a long name" />
      </Example>
      <Example name="Sparkline">
        <div className={styles.field}>
          <Sparkline values={[2, 4, 3, 8, 6, 9, 12, 7]} label="Delivered" />
        </div>
        <div className={styles.field}>
          <Sparkline values={[0, 0, 0]} label="Nothing" />
        </div>
      </Example>
      <Example name="Journey strip">
        <div className={styles.box}>
          <JourneyStrip
            from="Lyon, FR"
            to="Utrecht, NL"
            legs={sampleLegs}
            carrierTitle={(name) => name}
            milestone="in_transit"
          />
        </div>
        <div className={styles.box}>
          <JourneyStrip
            from="Lyon, FR"
            to="Utrecht, NL"
            legs={sampleLegs.slice(1)}
            carrierTitle={(name) => name}
            milestone="delivered"
          />
        </div>
      </Example>
      <Example name="Timeline">
        <div className={styles.box}>
          <Timeline entries={sampleTimeline} why={() => why} />
        </div>
        <div className={styles.box}>
          <WorldMap
            points={mapPoints(sampleTimeline)}
            styleAddress={null}
            description="Route so far: Lyon, FR, then Utrecht, NL."
          />
        </div>
      </Example>
    </>
  );
}
