import { useTranslation } from 'react-i18next'

/** The title of a register in the language of the reader; one that the catalogue does not know keeps its own. */
export function useRegisterTitle(): (register: Readonly<{ id: string; title: string }>) => string {
  const { t, i18n } = useTranslation()
  return ({ id, title }) => {
    const key = `registers.titles.${id}`
    return i18n.exists(key) ? String(t(key as 'registers.titles.services')) : title
  }
}
