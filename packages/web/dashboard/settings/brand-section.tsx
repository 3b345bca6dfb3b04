import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ChangeEvent, FormEvent } from 'react';
import { call } from '../../api/call.ts';
import { asProblem } from '../../api/problem-error.ts';
import { brandQuery } from '../../api/queries.ts';
import type { BrandGiven, BrandView } from '../../api/views.ts';
import { Button } from '../../ui/controls/button.tsx';
import { TextField } from '../../ui/controls/fields.tsx';
import { ErrorState, Skeleton } from '../../ui/feedback/states.tsx';
import { showProblem, showToast } from '../../ui/feedback/toast.ts';
import styles from '../page/card.module.css';
import { useLogo } from '../shell/brand.ts';
import { brandText, settingsText } from '../strings/settings.ts';

export function BrandSection() {
  const { data, error, refetch } = useQuery(brandQuery);
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton rows={6} />;
  return (
    <div className={styles.stack}>
      <p className={styles.quiet}>{brandText.lead}</p>
      <BrandForm brand={data} />
      <Logo brand={data} />
    </div>
  );
}

function BrandForm({ brand }: { brand: BrandView }) {
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (form: FormData) => call('PUT /v1/brand', { body: brandOf(form) }),
    onSuccess: (saved) => {
      client.setQueryData(brandQuery.queryKey, saved);
      showToast(settingsText.saved);
    },
    onError: showProblem,
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    save.mutate(new FormData(event.currentTarget));
  };
  const fields = save.error ? asProblem(save.error).fields : new Map<string, string>();
  return (
    <form className={styles.form} onSubmit={submit}>
      <BrandFields brand={brand} errors={fields} />
      <div>
        <Button variant="primary" type="submit" disabled={save.isPending}>
          {settingsText.save}
        </Button>
      </div>
    </form>
  );
}

function BrandFields({ brand, errors }: { brand: BrandView; errors: ReadonlyMap<string, string> }) {
  const { name, colour, note, language, support } = brand;
  const field = (name: string, pointer: string, value: string | null) => ({
    name,
    error: errors.get(pointer),
    defaultValue: value ?? '',
  });
  return (
    <>
      <TextField label={brandText.name} {...field('name', '/name', name)} required maxLength={80} />
      <TextField
        label={brandText.colour}
        help={brandText.colourHelp}
        {...field('colour', '/colour', colour ?? '#3350c4')}
        type="color"
      />
      <TextField label={brandText.note} {...field('note', '/note', note)} maxLength={280} />
      <TextField label={brandText.email} {...field('email', '/support/email', support.email)} type="email" />
      <TextField label={brandText.phone} {...field('phone', '/support/phone', support.phone)} type="tel" />
      <TextField label={brandText.url} {...field('url', '/support/url', support.url)} type="url" />
      <TextField label={brandText.language} {...field('language', '/language', language)} maxLength={2} />
    </>
  );
}

function brandOf(form: FormData): BrandGiven {
  const text = (name: string): string | null => {
    const value = form.get(name);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  return {
    name: text('name') ?? '',
    colour: text('colour'),
    note: text('note'),
    language: text('language'),
    support: { email: text('email'), phone: text('phone'), url: text('url') },
  };
}

function Logo({ brand }: { brand: BrandView }) {
  const client = useQueryClient();
  const logo = useLogo();
  const refresh = () => client.invalidateQueries({ queryKey: brandQuery.queryKey });
  const give = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.target.files?.[0];
    if (file === undefined) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const data = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    await call('PUT /v1/brand/logo', { body: { data } }).then(refresh, showProblem);
  };
  const remove = (): void => {
    call('DELETE /v1/brand/logo').then(refresh, showProblem);
  };
  return (
    <div className={styles.form}>
      {brand.hasLogo && logo && <img className={styles.logo} src={logo} alt={brandText.logo} />}
      <TextField
        label={brandText.logo}
        help={brandText.logoHelp}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        onChange={(event) => void give(event)}
      />
      {brand.hasLogo && (
        <div>
          <Button onClick={remove}>{brandText.removeLogo}</Button>
        </div>
      )}
    </div>
  );
}
