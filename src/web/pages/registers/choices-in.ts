import type { Word } from '../../data/register-words.ts'

/** The choices of a field to choose from, the empty one first: kept in English, shown in the language of the reader. */
export function choicesIn(
  { choices = [] }: Readonly<{ choices?: readonly string[] | undefined }>,
  word: Word,
): { value: string; label: string }[] {
  return [{ value: '', label: '' }, ...choices.map((value) => ({ value, label: word(value) }))]
}
