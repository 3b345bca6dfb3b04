import { administrationRoutes } from './routes-administration.ts';
import { carrierRoutes } from './routes-carriers.ts';
import { eventRoutes } from './routes-events.ts';
import { reviewRoutes } from './routes-review.ts';
import { serverRoutes } from './routes-server.ts';
import { shipmentRoutes } from './routes-shipments.ts';

/** Every route of the API, by the name of its operation. */
export const routes = {
  ...shipmentRoutes,
  ...eventRoutes,
  ...carrierRoutes,
  ...reviewRoutes,
  ...administrationRoutes,
  ...serverRoutes,
} as const;
