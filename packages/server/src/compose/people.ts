import { createPeople, type People } from '../modules/people/index.ts';
import { createMailDelivery } from '../platform/mail/mail-delivery.ts';
import { openSmtp } from '../platform/mail/open-smtp.ts';
import type { Demo } from './demo.ts';
import type { Foundation } from './foundation.ts';
import type { StopList } from './stop-list.ts';

export function wirePeople(
  foundation: Foundation,
  { capturedMails, isCapturing }: Demo,
  stops: StopList,
): { people: People } {
  const { config, logger, publicUrl, now } = foundation;
  const from = config.MILEPOST_MAIL_FROM ?? `Milepost <milepost@${new URL(publicUrl).hostname}>`;
  const smtp =
    config.MILEPOST_SMTP_URL === undefined ? null : openSmtp({ url: config.MILEPOST_SMTP_URL, from });
  stops.add(() => smtp?.close());
  const people = createPeople({
    ...foundation,
    mail: createMailDelivery({ smtp, captured: capturedMails, isCapturing, now }),
    warn: (message) => logger.warn({ report: message }, 'The sign-in library reports a problem.'),
  });
  stops.add(() => people.background.drain());
  return { people };
}
