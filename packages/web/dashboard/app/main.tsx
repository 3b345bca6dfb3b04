// First, so that its requests are sent before the other modules are evaluated.
import './early-requests.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter/wght.css';
import '../../ui/theme/base.css';
import { preloadToaster } from '../../ui/feedback/toast.ts';
import { ToastOutlet } from '../../ui/feedback/toast-outlet.tsx';
import { TooltipProvider } from '../../ui/overlay/tooltip.tsx';
import { queryClient } from './query-client.ts';
import { router } from './router.tsx';

preloadToaster();
const place = document.getElementById('root');
if (place === null) throw new Error('The page has no element with the id root.');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <TooltipProvider delayDuration={250}>
        <RouterProvider router={router} />
        <ToastOutlet />
      </TooltipProvider>
    </QueryClientProvider>
  </StrictMode>,
);
