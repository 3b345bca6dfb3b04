import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CloudLightning, FlaskConical } from 'lucide-react';
import { call } from '../../api/call.ts';
import { demoQuery } from '../../api/queries.ts';
import type { DemoView } from '../../api/views.ts';
import { Button } from '../../ui/controls/button.tsx';
import { showProblem } from '../../ui/feedback/toast.ts';
import { Menu } from '../../ui/overlay/menu.tsx';
import { formatCount } from '../../ui/text/format-count.ts';
import { formatMessage } from '../../ui/text/format-message.ts';
import { viewerZone } from '../../ui/time/now.ts';
import { useHasScope } from '../app/session.tsx';
import { demoText } from '../strings/demo.ts';
import styles from './demo-bar.module.css';
import { useDemoClock } from './demo-clock.ts';
import { useRemoveDemo } from './remove-demo.ts';

/** Marks every page as a demo: simulated time, progress of the generated history, and switches for faults. */
export function DemoBar() {
  const { data, dataUpdatedAt } = useQuery(demoQuery);
  const mayRemove = useHasScope('workspaces:write');
  const mayBreak = useHasScope('accounts:write');
  const remove = useRemoveDemo();
  if (!data) return null;
  return (
    <section className={styles.bar} aria-label={demoText.label}>
      <strong className={styles.name}>
        <FlaskConical size={14} aria-hidden /> {demoText.name}
      </strong>
      <Clock demo={data} answeredAt={dataUpdatedAt} />
      <Progress demo={data} />
      <span className={styles.actions}>
        {mayBreak && data.progress.phase !== 'stopped' && <Faults faults={data.faults} />}
        {mayRemove && (
          <Button variant="quiet" onClick={remove}>
            {demoText.remove}
          </Button>
        )}
      </span>
    </section>
  );
}

const clockFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: viewerZone,
});

function Clock({ demo: { clock, progress }, answeredAt }: { demo: DemoView; answeredAt: number }) {
  const present = useDemoClock(clock, answeredAt);
  if (progress.phase === 'stopped') return <span>{demoText.stopped}</span>;
  return (
    <span className={styles.clock} title={demoText.clock}>
      <time dateTime={new Date(present).toISOString()}>{clockFormat.format(present)}</time>
      {clock.speed > 1 && (
        <span className={styles.speed}>{formatMessage(demoText.speed, { speed: clock.speed })}</span>
      )}
    </span>
  );
}

function Progress({ demo: { progress } }: { demo: DemoView }) {
  const { phase, done, total } = progress;
  if (phase !== 'filling')
    return phase === 'stopped' ? null : <span className={styles.phase}>{demoText.phases[phase]}</span>;
  const text = formatMessage(demoText.progress, { done: formatCount(done), total: formatCount(total) });
  return (
    <span className={styles.progress}>
      <progress max={Math.max(total, 1)} value={done} aria-label={text} />
      <span className={styles.phase}>{text}</span>
    </span>
  );
}

function Faults({ faults }: Pick<DemoView, 'faults'>) {
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (body: Pick<DemoView['faults'][number], 'name' | 'isOn'>) =>
      call('POST /v1/demo/faults', { body }),
    onSuccess: (demo) => client.setQueryData(demoQuery.queryKey, demo),
    onError: showProblem,
  });
  const count = faults.filter(({ isOn }) => isOn).length;
  return (
    <Menu
      label={demoText.faults}
      trigger={
        <Button variant="quiet" icon={CloudLightning} data-on={count > 0}>
          <span className={styles.text}>{formatMessage(demoText.faultsOn, { count })}</span>
        </Button>
      }
      items={faults.map(({ name, title, what, isOn }) => ({
        label: title,
        hint: what,
        checked: isOn,
        onSelect: () => change.mutate({ name, isOn: !isOn }),
      }))}
    />
  );
}
