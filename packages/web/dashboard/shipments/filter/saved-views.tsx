import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Bookmark } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call.ts';
import { viewsQuery } from '../../../api/queries.ts';
import type { SavedViewView } from '../../../api/views.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Checkbox, TextField } from '../../../ui/controls/fields.tsx';
import { showProblem, showToast } from '../../../ui/feedback/toast.ts';
import { Menu } from '../../../ui/overlay/menu.tsx';
import { Modal } from '../../../ui/overlay/modal.tsx';
import { formatMessage } from '../../../ui/text/format-message.ts';
import { shipmentsText } from '../../strings/shipments.ts';
import styles from '../shipments.module.css';
import { columnsOf, filterOf, type ListState, listStateOf } from './list-state.ts';

/** Saved filters, sort order and columns. */
export function SavedViews({ state }: { state: ListState }) {
  const { data } = useQuery(viewsQuery);
  const [isNaming, setNaming] = useState(false);
  const navigate = useNavigate();
  const remove = useRemoveView();
  const views = data?.views ?? [];
  const current = views.find((view) => sameFilter(view.query, filterOf(state)));
  const items = views.map((view) => ({
    label: view.count === null ? view.name : `${view.name} · ${view.count}${view.isMore ? '+' : ''}`,
    checked: view === current,
    onSelect: () => void navigate({ to: '/shipments', search: stateOf(view) }),
  }));
  const saving = { label: shipmentsText.saveView, onSelect: () => setNaming(true) };
  const removing = current?.isOwn
    ? [{ label: shipmentsText.removeView, onSelect: () => remove(current) }]
    : [];
  const trigger = (
    <Button variant="quiet" icon={Bookmark}>
      {current?.name ?? <span className={styles.tool}>{shipmentsText.views}</span>}
    </Button>
  );
  return (
    <>
      <Menu label={shipmentsText.views} trigger={trigger} items={[...items, saving, ...removing]} />
      {isNaming && <NameView state={state} onClose={() => setNaming(false)} />}
    </>
  );
}

function sameFilter(saved: Readonly<Record<string, string>>, current: object): boolean {
  const text = (filter: object): string => JSON.stringify(Object.entries(filter).sort());
  return text(saved) === text(current);
}

function stateOf({ query, columns }: SavedViewView): ListState {
  return listStateOf({ ...query, ...(columns.length === 0 ? {} : { columns: columns.join(',') }) });
}

/** Removes a view at once, with undo. */
function useRemoveView(): (view: SavedViewView) => void {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: viewsQuery.queryKey });
  const restore = ({ name, query, columns, isShared }: SavedViewView): void => {
    call('POST /v1/views', { body: { name, query, columns, isShared } }).then(refresh, showProblem);
  };
  return (view) => {
    call('DELETE /v1/views/{id}', { params: { id: view.id } }).then(() => {
      showToast(formatMessage(shipmentsText.viewRemoved, { name: view.name }), {
        undo: () => restore(view),
      });
      return refresh();
    }, showProblem);
  };
}

function NameView({ state, onClose }: { state: ListState; onClose: () => void }) {
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (form: FormData) =>
      call('POST /v1/views', {
        body: {
          name: String(form.get('name')),
          // All filter values are strings, but the type lists each filter by name.
          query: filterOf(state) as Record<string, string>,
          columns: state.columns === undefined ? [] : [...columnsOf(state)],
          isShared: form.get('shared') === 'on',
        },
      }),
    onSuccess: async ({ name }) => {
      await client.invalidateQueries({ queryKey: viewsQuery.queryKey });
      showToast(formatMessage(shipmentsText.viewSaved, { name }));
      onClose();
    },
    onError: showProblem,
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    save.mutate(new FormData(event.currentTarget));
  };
  return (
    <Modal title={shipmentsText.saveView} onClose={onClose}>
      <form onSubmit={submit} className={styles.naming}>
        <TextField label={shipmentsText.viewName} name="name" required maxLength={80} />
        <Checkbox label={shipmentsText.viewShared} name="shared" />
        <div className={styles.actions}>
          <Button onClick={onClose}>{shipmentsText.cancel}</Button>
          <Button variant="primary" type="submit" disabled={save.isPending}>
            {shipmentsText.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
