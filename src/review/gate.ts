import type { Examination } from './examine.ts';
import { countPhrase } from './plural.ts';

/** A condition of approval and what is still missing of it. */
export interface Condition {
  readonly name: 'errors' | 'findings' | 'quotes' | 'review';
  readonly label: string;
  readonly isMet: boolean;
}

/** What has to be true of an article before anybody can approve it. The editor of record and the disclosure come with the approval itself. */
export function approvalConditions({ draft, open, quotes, mustListen }: Examination): Condition[] {
  const errors = open.filter(({ finding, isDecided }) => finding.severity === 'error' && !isDecided).length;
  const findings = open.filter(({ isDecided }) => !isDecided).length;
  const unheard = quotes.filter(({ isSettled }) => !isSettled).length;
  const { status } = draft.state;
  return [
    {
      name: 'errors',
      label: errors === 0 ? 'No error is open' : `${countPhrase(errors, 'error')} open`,
      isMet: errors === 0,
    },
    {
      name: 'findings',
      label: findings === 0 ? 'Every finding is decided' : `${countPhrase(findings, 'finding')} undecided`,
      isMet: findings === 0,
    },
    {
      name: 'quotes',
      label: mustListen
        ? unheard === 0
          ? 'Every quotation was listened to'
          : `${countPhrase(unheard, 'quotation')} not listened to`
        : 'The captions were made by people: listening is not required',
      isMet: unheard === 0,
    },
    {
      name: 'review',
      label: status === 'in-review' ? 'The article is in review' : 'The article is not in review',
      isMet: status === 'in-review',
    },
  ];
}

/** What an approval that was given still needs: the decisions it rests on may be gone, and rules or transcript be others. */
export function lostConditions(examination: Examination): string[] {
  return approvalConditions(examination).flatMap(({ name, label, isMet }) =>
    isMet || name === 'review' ? [] : [label],
  );
}

export function openConditions(examination: Examination): string[] {
  return approvalConditions(examination).flatMap(({ label, isMet }) => (isMet ? [] : [label]));
}
