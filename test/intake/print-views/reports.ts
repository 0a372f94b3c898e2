/** A made-up report, field by field, as a layout prints it. */
export interface MadeReport {
  readonly title: string;
  readonly dek: string;
  readonly people: readonly string[];
  readonly agency: string;
  readonly publisher: string;
  readonly day: string;
  readonly dayWritten: string;
  readonly clock: string;
  readonly place: string;
  readonly caption: string;
  readonly credit: string;
  readonly related: string;
  readonly relatedUrl: string;
  readonly url: string;
  readonly body: readonly string[];
}

/** Three reports from a coast that no map shows. */
export const reports: readonly MadeReport[] = [
  {
    title: 'Norland and Vesta agree to share the straits',
    dek: 'After nine days of talks both sides give way on pilots, and neither on the price of a passage',
    people: ['Ida Holm'],
    agency: 'Reuters',
    publisher: 'The Sund Courier',
    day: '2026-03-09',
    dayWritten: 'March 9, 2026',
    clock: '10:15 AM',
    place: 'SUND',
    caption: 'Pilots wait on the quay of the old harbour as the delegations arrive',
    credit: 'Per Dahl/Reuters',
    related: 'Why the straits froze late this year',
    relatedUrl: 'https://courier.example/2026/02/ice',
    url: 'https://courier.example/world/straits-agreement-4711',
    body: [
      'Norland and Vesta have agreed to share the pilots of the northern straits, the two governments said in a statement on Monday evening.',
      '“We have given up what we could give up,” said the foreign minister of Norland, Ada Berg, who had led the talks since the first day.',
      'The price of a passage was left to a second round in May. Shipowners had asked for a lower one since the winter, when the ice closed the southern route.',
    ],
  },
  {
    title: 'Minister’s aide denies that barges carried arms',
    dek: 'The defence ministry calls the pictures old and asks for an inquiry of its own',
    people: ['Ruth Okoro', 'Sam Petrov'],
    agency: 'AP',
    publisher: 'Vesta Daily News',
    day: '2025-11-24',
    dayWritten: '24 November 2025',
    clock: '18:40',
    place: 'PORT ANSEL',
    caption: 'One of the barges at its berth in Port Ansel on Sunday',
    credit: 'Lena Moor/AP',
    related: 'Harbour raid leaves four questions open',
    relatedUrl: 'https://vesta-daily.example/news/harbour-raid',
    url: 'https://vesta-daily.example/news/barges-denial',
    body: [
      'An aide to the defence minister denied on Monday that barges under the flag of Vesta had carried arms to the islands.',
      'The pictures that were shown on Sunday were three years old, the aide told reporters in front of the ministry, and showed a drill.',
      'Two members of the opposition said that they did not believe him. The ministry asked for an inquiry, which parliament may open on Thursday at the earliest.',
    ],
  },
  {
    title: 'Ferry strike: crews go back to work after nine days',
    dek: 'A court had ordered them to sail, but a promise of the company decided the vote',
    people: ['Jonas van Rell'],
    agency: 'AFP',
    publisher: 'Norland Chronicle',
    day: '2026-06-05',
    dayWritten: '5 June 2026',
    clock: '07:30',
    place: 'ALTHAVEN',
    caption: 'The first ferry leaves Althaven with a crew of twelve and hardly a passenger',
    credit: 'Handout via AFP',
    related: 'Islands count what nine days cost them',
    relatedUrl: 'https://chronicle.example/islands-count',
    url: 'https://chronicle.example/ferries/strike-ends',
    body: [
      'The crews of the northern ferries went back to work on Friday after a strike of nine days, their union and the company said.',
      'A court had ordered them to sail on Wednesday. “It was not the court,” said the head of the union, Mara Lind, “it was the promise in writing.”',
      'The company promised not to sell the three oldest ships before next year, and to pay for the days of the strike in part. The islands had run short of fuel.',
    ],
  },
];
