import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { workspaceHeaders } from '../../api/call.ts';
import { brandQuery } from '../../api/queries.ts';

/** Puts the colour of the workspace in force; the tokens make readable shades of it. */
export function useBrandColour(): void {
  const { data } = useQuery(brandQuery);
  const colour = data?.colour ?? null;
  useEffect(() => {
    const { dataset, style } = document.documentElement;
    if (colour === null) return;
    dataset.brand = 'own';
    style.setProperty('--brand', colour);
    return () => {
      delete dataset.brand;
      style.removeProperty('--brand');
    };
  }, [colour]);
}

/** The logo of the workspace as an address for a picture; null while there is none. */
export function useLogo(): string | null {
  const { data: brand } = useQuery(brandQuery);
  const { data } = useQuery({
    queryKey: ['brand', 'logo', brand?.updatedAt ?? null],
    queryFn: async ({ signal }) => {
      // A picture's own request could not name the workspace.
      const answer = await fetch('/v1/brand/logo', { headers: workspaceHeaders(), signal });
      return answer.ok ? URL.createObjectURL(await answer.blob()) : null;
    },
    enabled: brand?.hasLogo === true,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data ?? null;
}

/** Who works here, as its recipients know it; null until it is known. */
export function useBrandName(): string | null {
  return useQuery(brandQuery).data?.name ?? null;
}
