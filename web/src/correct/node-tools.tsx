import { type ReactNode, useState } from 'react';
import { useAsOf } from '../api/use-api.ts';
import { Dialog } from '../ui/dialog.tsx';

/** A question that a button opens: what the button says, the title of what it opens, and the form in it. */
export interface Question {
  readonly verb: string;
  readonly title: string;
  readonly form: (close: () => void) => ReactNode;
}

interface NodeToolsProps {
  /** What it is about, for those who cannot see where the buttons stand. */
  readonly name: string;
  readonly questions: readonly Question[];
}

/** What people can say of a thing of the ledger: a button for each question. The past is not decided on. */
export const NodeTools = ({ name, questions }: NodeToolsProps) => {
  const [asked, ask] = useState<string | null>(null);
  const asOf = useAsOf();
  const close = (): void => ask(null);
  if (asOf !== undefined) return null;
  return (
    <span className="buttons">
      {questions.map(({ verb }) => (
        <button key={verb} type="button" aria-haspopup="dialog" onClick={() => ask(verb)}>
          {verb}
          <span className="unseen"> {name}</span> …
        </button>
      ))}
      {questions
        .filter(({ verb }) => verb === asked)
        .map(({ verb, title, form }) => (
          <Dialog key={verb} title={title} close={close}>
            {form(close)}
          </Dialog>
        ))}
    </span>
  );
};
