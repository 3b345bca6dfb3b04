import { type CodeFate, type CodeTable, isIgnored } from '../../_kit/index.ts';
import { deliveryCodes } from './codes-deliveries.ts';
import { exceptionCodes } from './codes-exceptions.ts';
import { freightExceptionCodes, freightStatusCodes } from './codes-freight.ts';
import { mailInnovationsCodes } from './codes-mail-innovations.ts';
import { manifestCodes, movementCodes, updateCodes } from './codes-movements.ts';
import { coarseStatusCodes, statusCodes, typeLetters } from './codes-statuses.ts';

export const codeTables: Readonly<Record<string, CodeTable>> = {
  movements: movementCodes,
  deliveries: deliveryCodes,
  exceptions: exceptionCodes,
  manifests: manifestCodes,
  updates: updateCodes,
  statuses: statusCodes,
  typeLetters,
  mailInnovations: mailInnovationsCodes,
  freightStatuses: freightStatusCodes,
  freightExceptions: freightExceptionCodes,
};

/** UPS's services: the same code has different meanings in each. */
export type ServiceFamily = 'package' | 'mail_innovations' | 'freight';

/** The codes of an event: `I`, `OT`, `021`. Each may be missing. */
export interface ScanCodes {
  type?: string | undefined;
  code?: string | undefined;
  statusCode?: string | undefined;
}

const tablesByType: ReadonlyMap<string, CodeTable> = new Map([
  ['I', movementCodes],
  ['D', deliveryCodes],
  ['X', exceptionCodes],
  ['M', manifestCodes],
  ['MV', manifestCodes],
  ['U', updateCodes],
]);

const tableOfFamily: Readonly<Record<Exclude<ServiceFamily, 'package'>, CodeTable>> = {
  mail_innovations: mailInnovationsCodes,
  freight: freightStatusCodes,
};

const freightTypes: ReadonlySet<string> = new Set(['DO', 'DD', 'W']);

/**
 * By the shape of the number: 1Z, 1R and waybills are parcels, 18 digits and more are Mail Innovations,
 * fewer are freight.
 */
export function familyOf(trackingNumber: string): ServiceFamily {
  if (/^\d{18,34}$/.test(trackingNumber) || /^MI\d{6}/.test(trackingNumber)) return 'mail_innovations';
  return /^\d{7,17}$/.test(trackingNumber) ? 'freight' : 'package';
}

/**
 * The meaning of an event by its most exact known code: type and two characters, then three digits, then the
 * letter where it has only one meaning. The three digits, which UPS documents, are preferred over a guessed
 * row. Undefined when all codes are unknown.
 */
export function fateOf(service: ServiceFamily, codes: ScanCodes): CodeFate | undefined {
  const family = codes.type !== undefined && freightTypes.has(codes.type) ? 'freight' : service;
  const fine = fineFate(family, codes);
  if (fine !== undefined && !isGuess(fine)) return fine;
  return coarseFate(family, codes) ?? fine ?? letterFate(codes.type);
}

function fineFate(family: ServiceFamily, { type, code }: ScanCodes): CodeFate | undefined {
  if (code === undefined) return undefined;
  if (family === 'freight' && type === 'X') return freightExceptionCodes.get(code);
  const ofFamily = family === 'package' ? undefined : tableOfFamily[family].get(code);
  return ofFamily ?? (type === undefined ? undefined : tablesByType.get(type)?.get(code));
}

function coarseFate(family: ServiceFamily, codes: ScanCodes): CodeFate | undefined {
  const { code } = codes;
  // The newest event of an answer may have only its three digits, in either field.
  const status = codes.statusCode ?? (code?.length === 3 ? code : undefined);
  if (status === undefined) return undefined;
  if (family === 'freight') return freightStatusCodes.get(status);
  return code === undefined || code === status ? statusCodes.get(status) : coarseStatusCodes.get(status);
}

function letterFate(type: string | undefined): CodeFate | undefined {
  return type === undefined ? undefined : typeLetters.get(type);
}

function isGuess(fate: CodeFate): boolean {
  return !isIgnored(fate) && fate.evidence === 'guessed';
}
