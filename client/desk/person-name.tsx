/** A name that opens the person's bar, anywhere on the desk. */
import { openPerson } from './desk-signals.ts';

export function PersonName({ id, name }: { id: string; name: string }) {
  return (
    <button type="button" class="person" onClick={() => openPerson(id)}>
      {name}
    </button>
  );
}
