import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { workspaceHeaders } from '../../api/call.ts';
import { brandQuery } from '../../api/queries.ts';

/** Applies the brand colour of the workspace. The tokens derive readable shades from it. */
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

/** The logo of the workspace as an image URL, null when there is none. */
export function useLogo(): string | null {
  const { data: brand } = useQuery(brandQuery);
  const { data } = useQuery({
    queryKey: ['brand', 'logo', brand?.updatedAt ?? null],
    queryFn: async ({ signal }) => {
      // An img element cannot send the workspace header.
      const response = await fetch('/v1/brand/logo', { headers: workspaceHeaders(), signal });
      return response.ok ? URL.createObjectURL(await response.blob()) : null;
    },
    enabled: brand?.hasLogo === true,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data ?? null;
}

/** Brand name of the workspace, null until it is loaded. */
export function useBrandName(): string | null {
  return useQuery(brandQuery).data?.name ?? null;
}
