// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
import { useEffect, useRef } from 'react';
import type { ReportDetail } from '../api/schema.ts';
import type { Mark } from '../records/segments.ts';
import { MarkedText } from './marked-text.tsx';

interface WholeReportProps {
  readonly report: ReportDetail;
  readonly marks: readonly Mark[];
}

/** The report from its headline to its end, moved to the words of a row. */
export const WholeReport = ({ report, marks }: WholeReportProps) => {
  const { text, document } = report.readout;
  const frame = useRef<HTMLElement>(null);
  const first = Math.min(...marks.map(({ start }) => start));
  // biome-ignore lint/correctness/useExhaustiveDependencies: it moves when the words are other ones
  useEffect(() => {
    const [all, words] = [frame.current, frame.current?.querySelector('mark')];
    if (all === null || !(words instanceof HTMLElement)) return;
    all.scrollTop = words.offsetTop - all.clientHeight / 3;
  }, [report.id, first]);
  return (
    <section className="whole-report" ref={frame} tabIndex={0} aria-label="The whole report">
      <div lang={document.language} dir="auto">
        {document.blocks.map(({ kind, span: { start, end } }) => (
          <p key={start} data-block={start} className={`block ${kind}`}>
            <MarkedText text={text} start={start} end={end} marks={marks} />
          </p>
        ))}
      </div>
    </section>
  );
};
