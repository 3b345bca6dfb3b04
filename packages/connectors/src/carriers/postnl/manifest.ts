import { z } from 'zod';
import type { Carrier, CarrierManifest } from '../../_kit/index.ts';
import { codeTables } from './codes.ts';
import { decode } from './decode.ts';
import { api, poll } from './poll.ts';
import { dutchZone } from './read-times.ts';

/**
 * Domestic barcodes contain the sender's four-letter code (DHL eCommerce also begins with 3S, with three
 * letters) and no check digit.
 */
const domestic = /^3S[A-Z]{4}\d{7,10}$/;
const international = /^[A-Z]{2}(\d{8})(\d)NL$/;
const weights = [8, 6, 4, 2, 3, 5, 9, 7];

function recognises(trackingNumber: string): boolean {
  if (domestic.test(trackingNumber)) return true;
  const [, serial, check] = international.exec(trackingNumber) ?? [];
  return serial !== undefined && checkDigit(serial) === check;
}

/** UPU S10: weighted sum modulo 11; ten becomes 0 and eleven becomes 5. */
function checkDigit(serial: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(serial[index]), 0);
  const rest = 11 - (sum % 11);
  if (rest === 10) return '0';
  return rest === 11 ? '5' : String(rest);
}

const manifest: CarrierManifest = {
  kind: 'carrier',
  name: 'postnl',
  title: 'PostNL',
  website: 'https://www.postnl.nl',
  quality: 'recorded payloads',
  // The public page requires country and postcode beside the number.
  trackingPage: null,
  messageKinds: ['poll'],
  defaultZone: dutchZone,
  settings: z.object({
    apiKey: z.string().min(1).describe('API key of the Send & Track product'),
    customerNumber: z
      .string()
      .regex(/^\d*$/)
      .default('')
      .describe('Customer number, only for the feed of changes'),
    language: z
      .enum(['NL', 'EN', 'DE', 'FR', 'CN'])
      .default('EN')
      .describe('Language of the event texts; codes are the same in all'),
    baseUrl: api.setting,
  }),
  secrets: ['apiKey'],
  origin: 'carrier',
  // 1,000 requests a minute for each key in production (15 in the sandbox).
  limits: { batchMax: 1, requestsPerSecond: 16, requestsPerDay: null },
  recognises,
};

export const carrier: Carrier = { manifest, codeTables, decode, poll };
