import { type DragEvent, useRef, useState } from 'react';
import type { About } from '../api/schema.ts';
import { Panel } from '../ui/panel.tsx';
import { plural } from '../ui/plural.ts';
import { chosenFiles, droppedFiles, isWanted, type NamedFile } from './dropped-files.ts';
import { sendQueue } from './sending.ts';

interface DropZoneProps {
  readonly adding: NonNullable<About['adding']>;
}

/** A button that opens the browser's own dialog for files or for a folder. */
const ChooseButton = ({
  label,
  isFolder,
  onFiles,
}: {
  readonly label: string;
  readonly isFolder: boolean;
  readonly onFiles: (files: readonly NamedFile[]) => void;
}) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={label}
        {...(isFolder && { webkitdirectory: '' })}
        onChange={({ target }) => {
          onFiles(chosenFiles(target.files ?? new DataTransfer().files));
          target.value = '';
        }}
      />
    </>
  );
};

/** Takes files and folders that are dropped or chosen. */
export const DropZone = ({ adding: { largest, endings } }: DropZoneProps) => {
  const [isOver, setOver] = useState(false);
  const [note, tell] = useState('');
  const take = (files: readonly NamedFile[]): void => {
    const wanted = files.filter(({ name }) => isWanted(name, endings));
    const left = files.length - wanted.length;
    sendQueue.hand(
      wanted.map(({ name, file }) => ({ kind: 'file', name, file })),
      largest,
    );
    tell(
      [
        `${plural(wanted.length, 'file')} taken.`,
        ...(left > 0 ? [`${plural(left, 'file')} of other kinds left alone.`] : []),
      ].join(' '),
    );
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void droppedFiles(event.dataTransfer).then(take, () => tell('The browser did not let these files be read.'));
  };
  return (
    <Panel title="Files and folders">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons do the same */}
      <div
        className={isOver ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>Drop files or folders here, or</p>
        <div className="buttons">
          <ChooseButton label="Choose files" isFolder={false} onFiles={take} />
          <ChooseButton label="Choose a folder" isFolder={true} onFiles={take} />
        </div>
        <p role="status">{note}</p>
      </div>
      <details className="behind">
        <summary>What is read, up to {Math.round(largest / 1_000_000)} MB a file</summary>
        <p className="faint">
          Texts, web pages, mails, PDF with a text layer, feeds, wires, tables of reports, and archives of all of them:{' '}
          {endings.join(' ')}. What a file is, is told by what is in it; one that is named by itself is tried whatever
          its ending. In folders only these endings are looked for.
        </p>
      </details>
    </Panel>
  );
};
