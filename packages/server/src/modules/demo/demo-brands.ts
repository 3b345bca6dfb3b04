import type { BrandContent } from '../portal/index.ts';
import { diamond, hills, type Motif } from './draw-logo.ts';

/** One of the two invented shops of the demo. */
export interface DemoBrand {
  slug: string;
  brand: BrandContent;
  logo: Motif;
  seed: number;
  /** Prefix of the order numbers. */
  orderPrefix: string;
  /** Number of past shipments by carrier. */
  shares: Readonly<Record<string, number>>;
  services: Readonly<Record<string, readonly string[]>>;
}

const services: DemoBrand['services'] = {
  postnl: ['Standard parcel', 'Evening delivery', 'Signature on delivery'],
  'dhl-unified': ['DHL Paket', 'DHL Paket International', 'DHL For You'],
  fedex: ['FedEx International Priority', 'FedEx Economy'],
  ups: ['UPS Standard', 'UPS Express Saver'],
  gls: ['BusinessParcel', 'EuroBusinessParcel'],
  generic: ['Own van', 'Own van, evening round'],
};

export const demoBrands: readonly [DemoBrand, DemoBrand] = [
  {
    slug: 'demo',
    brand: {
      name: 'Fjord & Fern',
      colour: '#1f6f54',
      note: 'Thank you for planting with us. Unpack your plants within a day and give them a little water.',
      language: 'en',
      support: {
        email: 'care@fjordandfern.example',
        phone: '+31 20 555 0142',
        url: 'https://help.fjordandfern.example',
      },
    },
    logo: hills,
    seed: 20_260_301,
    orderPrefix: 'FF',
    shares: { postnl: 520, 'dhl-unified': 480, gls: 340, ups: 320, fedex: 180, generic: 160 },
    services,
  },
  {
    slug: 'demo-second',
    brand: {
      name: 'Kite & Lantern',
      colour: '#8a3ffc',
      note: null,
      language: 'de',
      support: { email: 'hallo@kiteandlantern.example', phone: '+49 30 5550 0187', url: null },
    },
    logo: diamond,
    seed: 20_260_302,
    orderPrefix: 'KL',
    shares: { 'dhl-unified': 320, fedex: 220, ups: 200, gls: 100, postnl: 80, generic: 80 },
    services,
  },
];

/** Default number of past shipments of both shops together. */
export const shipmentsOfBrands = demoBrands
  .flatMap(({ shares }) => Object.values(shares))
  .reduce((total, share) => total + share, 0);
