import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from '../theme/class-names.ts';
import styles from './fields.module.css';

interface FieldProps {
  label: string;
  help?: string | undefined;
  /** What is wrong and what to do, shown below the field. */
  error?: string | undefined;
}

type Wired = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };

/** Label above, help and error below, linked to the control by ARIA attributes. */
function Field({ label, help, error, control }: FieldProps & { control: (wired: Wired) => ReactNode }) {
  const id = useId();
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {control({
        id,
        ...(described === '' ? {} : { 'aria-describedby': described }),
        ...(error === undefined ? {} : { 'aria-invalid': true }),
      })}
      {help && (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

export function TextField({ label, help, error, className, ...rest }: FieldProps & ComponentProps<'input'>) {
  const controlClass = classNames(styles.control, className);
  return (
    <Field
      label={label}
      help={help}
      error={error}
      control={(wired) => <input {...rest} {...wired} className={controlClass} />}
    />
  );
}

export function TextArea({ label, help, error, ...rest }: FieldProps & ComponentProps<'textarea'>) {
  const controlClass = classNames(styles.control, styles.area);
  return (
    <Field
      label={label}
      help={help}
      error={error}
      control={(wired) => <textarea {...rest} {...wired} className={controlClass} />}
    />
  );
}

export function Select({ label, help, error, children, ...rest }: FieldProps & ComponentProps<'select'>) {
  return (
    <Field
      label={label}
      help={help}
      error={error}
      control={(wired) => (
        <select {...rest} {...wired} className={styles.control}>
          {children}
        </select>
      )}
    />
  );
}

export function Checkbox({
  label,
  help,
  ...rest
}: { label: string; help?: string } & ComponentProps<'input'>) {
  return (
    <label className={styles.check}>
      <input {...rest} type="checkbox" />
      <span>
        {label}
        {help && <span className={styles.help}>{help}</span>}
      </span>
    </label>
  );
}
