/** Controls of one moment: its link, or a bookmark with a note on this computer. */
import { useState } from 'preact/hooks';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { addBookmark, bookmarks, removeBookmark } from './bookmarks.ts';
import { goTo } from './debrief-signals.ts';
import { Veiled } from './veiled.tsx';

export function BookmarkList() {
  const [note, setNote] = useState('');
  return (
    <details class="bookmarks">
      <summary>
        {t('debrief.bookmarks')} {bookmarks.value.length > 0 && <span class="badge">{bookmarks.value.length}</span>}
      </summary>
      <div class="stack-tight">
        <CopyButton text={() => location.href}>{t('debrief.share')}</CopyButton>
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault();
            addBookmark(note);
            setNote('');
          }}
        >
          <TextField label={t('debrief.bookmarkNote')} value={note} maxLength={120} onInput={setNote} />
          <Button compact type="submit">
            {t('debrief.bookmark')}
          </Button>
        </form>
        {bookmarks.value.length === 0 && <p class="small soft">{t('debrief.noBookmarks')}</p>}
        {bookmarks.value.length > 0 && (
          <Veiled of="shown">
            <Marks />
          </Veiled>
        )}
      </div>
    </details>
  );
}

/** Hidden until the reveal, since notes may tell the outcome. */
function Marks() {
  return (
    <ul class="stack-tight">
      {bookmarks.value.map((mark) => (
        <li key={mark.index} class="row spread">
          <button type="button" class="as-link" onClick={() => goTo(mark.index)}>
            {t('debrief.momentOf', { round: Math.max(1, mark.round), phase: t(`play.phase-${mark.phase}`) })}
            {mark.note !== '' && `${t('common.dot')}${mark.note}`}
          </button>
          <Button
            compact
            look="quiet"
            label={t('debrief.removeBookmark', { round: mark.round })}
            onClick={() => removeBookmark(mark)}
          >
            ×
          </Button>
        </li>
      ))}
    </ul>
  );
}
