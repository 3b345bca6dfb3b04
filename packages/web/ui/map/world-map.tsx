import { lazy, Suspense } from 'react';
import type { WorldMapProps } from './map-point.ts';
import styles from './world-map.module.css';

const Canvas = lazy(() =>
  import('./world-map-canvas.tsx').then(({ WorldMapCanvas }) => ({ default: WorldMapCanvas })),
);

/** The route on a map, loaded on demand, with a text alternative. */
export function WorldMap(props: WorldMapProps) {
  return (
    <figure className={styles.figure}>
      <div className={styles.frame}>
        <Suspense fallback={null}>
          <Canvas {...props} />
        </Suspense>
      </div>
      <figcaption className={styles.description}>{props.description}</figcaption>
    </figure>
  );
}
