import { type RecordItem, refKey } from '../api/record.ts';
import type { AgendaNode } from '../api/schema.ts';
import { dayText } from '../ui/dates.ts';
import { ReportLink } from '../ui/report-link.tsx';
import { whenText } from './when-text.ts';

interface StepsProps {
  readonly steps: AgendaNode['summary']['steps'];
  readonly records: ReadonlyMap<string, RecordItem>;
}

/** How an item came to its state: what each report said of it, the oldest first. */
export const AgendaSteps = ({ steps, records }: StepsProps) => (
  <details className="behind">
    <summary>{steps.length} steps</summary>
    <ol className="steps">
      {steps.map((step) => {
        const item = records.get(refKey(step));
        return (
          <li key={refKey(step)}>
            {dayText(step.published)}: <b>{step.state}</b>, {whenText(step.when)}{' '}
            {item !== undefined && <ReportLink report={item.report} row={item.id} />}
          </li>
        );
      })}
    </ol>
  </details>
);
