/** A statement of a gold readout. */
export interface GoldStatement {
  readonly id: string;
  readonly speakers: readonly string[];
  readonly cue: string;
  readonly content: readonly string[];
  readonly quotation: string;
  readonly act: string;
  readonly attitude: boolean;
  readonly cueCarriesAct: boolean;
  readonly channel: string | null;
  readonly sentence: string;
}

/** An event of a gold readout. */
export interface GoldEvent {
  readonly id: string;
  readonly type: string;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly realis: string;
  readonly assertedBy: readonly string[];
  readonly time: string | null;
  readonly sentence: string;
  readonly trigger: string;
}

/** A report with its gold readout. */
export interface GoldReport {
  readonly id: string;
  readonly title: string;
  readonly published: string;
  readonly url: string;
  readonly text: string;
  readonly statements: readonly GoldStatement[];
  readonly events: readonly GoldEvent[];
  readonly agenda: readonly string[];
  readonly disputes: readonly { readonly claim: string; readonly counter: string; readonly kind?: string }[];
}

/** Counts by name; what is not counted is nought. */
export class Counter {
  readonly #counts = new Map<string, number>();
  add(name: string, by: number | boolean = 1): void {
    this.#counts.set(name, this.get(name) + Number(by));
  }
  get(name: string): number {
    return this.#counts.get(name) ?? 0;
  }
}

/** What one report is scored with: counts, a place for errors, the names of actors. */
export interface Scoring {
  readonly n: Counter;
  readonly say: (error: string) => void;
  readonly nameOf: (actor: string) => string;
}
