import { Link } from '@tanstack/react-router';
import { Signpost } from 'lucide-react';
import { EmptyState } from '../../ui/feedback/states.tsx';
import { shellText } from '../strings/shell.ts';

export function NotFound() {
  return (
    <>
      <title>{`${shellText.notFound} · Milepost`}</title>
      <EmptyState
        icon={Signpost}
        level="h1"
        title={shellText.notFound}
        next={<Link to="/">{shellText.toToday}</Link>}
      />
    </>
  );
}
