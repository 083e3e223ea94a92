/** Saved set-ups: in this browser by name, or as a file to pass on. */

import { useState } from 'preact/hooks';
import type { OpenClassRequest } from '../../../shared/protocol/setup.ts';
import { SETUP_BYTES, writeSetupFile } from '../../../shared/protocol/setup-file.ts';
import type { FailureCode } from '../../net/http.ts';
import { t } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { failureText } from '../../ui/failure.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { requestTools } from './request-tools.ts';
import { dropSetup, keepSetup, keptSetups } from './setups-kept.ts';

interface SetupBoxProps {
  /** The form's set-up; `undefined` while it has errors. */
  readonly current: () => Promise<OpenClassRequest | undefined>;
  readonly onLoad: (setup: OpenClassRequest) => void;
}

type Note =
  | { readonly done: 'setupLoaded' | 'setupKept' | 'setupSaved' | 'setupDropped'; readonly name: string }
  | { readonly refused: FailureCode };

export function SetupBox(props: SetupBoxProps) {
  const box = useSetups(props);
  const { name, note } = box;
  return (
    <section class="stack setup-box" aria-labelledby="setups-title">
      <div class="stack-tight">
        <h2 id="setups-title">{t('teach.setups')}</h2>
        <p class="small soft">{t('teach.setupsAbout')}</p>
      </div>
      {box.kept.length > 0 && <KeptSetups box={box} />}
      <TextField label={t('teach.setupName')} value={name} maxLength={60} onInput={box.setName} />
      <div class="row">
        <Button disabled={name.trim() === ''} onClick={box.keep}>
          {t('teach.keepSetup')}
        </Button>
        <Button onClick={box.save}>{t('teach.saveSetup')}</Button>
        <FileButton
          label={t('teach.loadSetup')}
          accept=".json,application/json"
          onFiles={([picked]) => box.open(picked)}
        />
      </div>
      <div role="status">
        {note !== undefined && 'done' in note && <p class="good">{t(`teach.${note.done}`, { name: note.name })}</p>}
        {note !== undefined && 'refused' in note && <p class="error">{failureText(note.refused)}</p>}
      </div>
    </section>
  );
}

/** State and actions of the box. */
function useSetups({ current, onLoad }: SetupBoxProps) {
  const [kept, setKept] = useState(keptSetups);
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState(kept[0]?.name ?? '');
  const [note, setNote] = useState<Note>();

  const load = (setup: OpenClassRequest | undefined, from: string) => {
    if (setup === undefined) return setNote({ refused: 'setup-not-one' });
    onLoad(setup);
    setNote({ done: 'setupLoaded', name: from });
  };
  const keep = async () => {
    const setup = await current();
    if (setup === undefined || name.trim() === '') return;
    setKept(keepSetup(name.trim(), setup));
    setChosen(name.trim());
    setNote({ done: 'setupKept', name: name.trim() });
  };
  const save = async () => {
    const setup = await current();
    if (setup === undefined) return;
    const saved = `${fileName(name.trim() || setup.title || t('teach.setupFile'))}.json`;
    saveFile(new Blob([writeSetupFile(setup)], { type: 'application/json' }), saved);
    setNote({ done: 'setupSaved', name: saved });
  };
  const open = async (picked: File | undefined) => {
    if (picked === undefined) return;
    const text = picked.size > SETUP_BYTES ? '' : await picked.text();
    const tools = await requestTools();
    if (tools === undefined) return setNote({ refused: 'unreachable' });
    const read = tools.readSetupFile(text);
    if ('refused' in read) setNote({ refused: read.refused });
    else load(read.setup, picked.name);
  };
  const use = async () => {
    const found = kept.find((each) => each.name === chosen);
    const tools = await requestTools();
    if (tools === undefined) setNote({ refused: 'unreachable' });
    else if (found !== undefined) load(tools.setupIn(found), found.name);
  };
  const drop = () => {
    const left = dropSetup(chosen);
    setKept(left);
    setChosen(left[0]?.name ?? '');
    setNote({ done: 'setupDropped', name: chosen });
  };
  return { kept, name, setName, chosen, setChosen, note, keep, save, open, use, drop };
}

function KeptSetups({ box }: { readonly box: ReturnType<typeof useSetups> }) {
  return (
    <div class="stack-tight">
      <Select
        label={t('teach.keptSetups')}
        value={box.chosen}
        options={box.kept.map((each) => ({ value: each.name, label: each.name }))}
        onChange={box.setChosen}
      />
      <div class="row">
        <Button onClick={box.use}>{t('teach.useSetup')}</Button>
        <Button look="quiet" onClick={box.drop}>
          {t('teach.dropSetup')}
        </Button>
      </div>
    </div>
  );
}

/** Replaces characters that file systems refuse. */
function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N} _-]+/gu, '').trim() || 'setup';
}
