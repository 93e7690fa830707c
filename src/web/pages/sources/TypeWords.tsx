import { NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import styles from './Mapping.module.css'
import type { Draft, View } from './mapping-draft.ts'

type TypeWordsProps = Readonly<{ view: View; draft: Draft; set: (draft: Draft) => void }>

/** Words of the tool's type column that are not known by themselves, and the ticket type each means. */
export function TypeWords({ view, draft, set }: TypeWordsProps) {
  const { t } = useTranslation()
  const { whyNot } = useOrganization()
  const [word, setWord] = useState('')
  const [type, setType] = useState(view.ticketTypes[0] ?? '')
  const { types } = draft.mapping
  const reason = whyNot('import tickets')
  const change = (next: Record<string, string>) =>
    set({ ...draft, mapping: { ...draft.mapping, types: next } })
  const choices = view.ticketTypes.map((value) => ({ value, label: value.replaceAll('_', ' ') }))
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (reason || word.trim() === '') return
    change({ ...types, [word.trim()]: type })
    setWord('')
  }
  return (
    <div className={styles.types}>
      <ul className={styles.pairs}>
        {Object.entries(types).map(([said, meant]) => (
          <li key={said}>
            <strong>{said}</strong>
            <NativeSelect
              size="xs"
              aria-label={t('mapping.typeOf', { word: said })}
              data={choices}
              value={meant}
              disabled={reason !== undefined}
              onChange={(event) => change({ ...types, [said]: event.currentTarget.value })}
            />
            <Act
              size="xs"
              label={`${t('ui.delete')}: ${said}`}
              whyNot={reason}
              onClick={() =>
                change(Object.fromEntries(Object.entries(types).filter(([other]) => other !== said)))
              }
            >
              {t('ui.delete')}
            </Act>
          </li>
        ))}
      </ul>
      <form className={styles.bar} onSubmit={add}>
        <TextInput
          label={t('mapping.word')}
          maxLength={200}
          value={word}
          onChange={(event) => setWord(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('mapping.means')}
          data={choices}
          value={type}
          onChange={(event) => setType(event.currentTarget.value)}
        />
        <Act type="submit" whyNot={reason}>
          {t('ui.add')}
        </Act>
      </form>
    </div>
  )
}
