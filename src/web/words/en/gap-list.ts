/** An own gap list that is imported with a preview. */
export const gapList = {
  title: 'Import an own gap list',
  open: 'Import gap list',
  says: 'A list of requirements with their ratings, made elsewhere. You see what would happen to every rating before anything is written.',
  takes:
    'Excel or CSV, at most 10 MB: a column with the requirement (8.3.3-b), one with the rating, one with the comment.',
  apply_one: 'Write {{count, number}} rating',
  apply_other: 'Write {{count, number}} ratings',
  applied_one: '{{count, number}} rating was written.',
  applied_other: '{{count, number}} ratings were written.',
  before: 'Rating now',
  after: 'Rating then',
  comment: 'Comment, or why not',
} as const
