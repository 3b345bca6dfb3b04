import { administrationRoutes } from './routes-administration.ts';
import { carrierRoutes } from './routes-carriers.ts';
import { dashboardRoutes } from './routes-dashboard.ts';
import { demoRoutes } from './routes-demo.ts';
import { eventRoutes } from './routes-events.ts';
import { peopleRoutes } from './routes-people.ts';
import { portalRoutes } from './routes-portal.ts';
import { reviewRoutes } from './routes-review.ts';
import { serverRoutes } from './routes-server.ts';
import { shipmentRoutes } from './routes-shipments.ts';
import { signInRoutes } from './routes-sign-in.ts';

/** Every route of the API, by the name of its operation. */
export const routes = {
  ...shipmentRoutes,
  ...dashboardRoutes,
  ...eventRoutes,
  ...carrierRoutes,
  ...portalRoutes,
  ...reviewRoutes,
  ...administrationRoutes,
  ...peopleRoutes,
  ...signInRoutes,
  ...demoRoutes,
  ...serverRoutes,
} as const;
