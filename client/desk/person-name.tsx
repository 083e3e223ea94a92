/** A name that opens the person, wherever on the desk it stands. */
import { openPerson } from './desk-signals.ts';

export function PersonName({ id, name }: { id: string; name: string }) {
  return (
    <button type="button" class="person" onClick={() => openPerson(id)}>
      {name}
    </button>
  );
}
