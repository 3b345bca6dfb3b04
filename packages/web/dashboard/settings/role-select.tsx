import type { Role } from '../../api/views.ts';
import styles from '../page/card.module.css';
import { roleTitles } from '../strings/settings.ts';

// Object.keys of a const table returns exactly its keys; TypeScript widens them to string.
const roleNames = Object.keys(roleTitles) as Role[];

interface RoleSelectProps {
  label: string;
  value: Role;
  onChange: (role: Role) => void;
}

export function RoleSelect({ label, value, onChange }: RoleSelectProps) {
  const choose = (given: string): void => {
    const role = roleNames.find((name) => name === given);
    if (role !== undefined) onChange(role);
  };
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => choose(event.target.value)}
      className={styles.select}
    >
      {roleNames.map((role) => (
        <option key={role} value={role}>
          {roleTitles[role]}
        </option>
      ))}
    </select>
  );
}
