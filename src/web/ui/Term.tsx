import { Popover } from '@mantine/core'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isLanguage } from '#base/language.ts'
import { useAsk } from '../data/ask.ts'
import { links } from '../links.ts'
import styles from './Term.module.css'
import { To } from './To.tsx'

type TermProps = Readonly<{
  /** The word of the glossary. */
  of: string
  children: ReactNode
}>

/** Milliseconds in which the pointer may reach what has opened. */
const grace = 200

/** A word with its meaning: it opens under the pointer, on focus and by a tap, stays while it is read, and Escape closes it. */
export function Term({ of, children }: TermProps) {
  const { t, i18n } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const [isWanted, setWanted] = useState(false)
  const closing = useRef<ReturnType<typeof setTimeout>>(undefined)
  const id = useId()
  const language = isLanguage(i18n.language) ? i18n.language : 'en'
  const { data } = useAsk('GET /api/glossary', isWanted ? { query: { language } } : undefined)
  const meaning = data?.terms.find((term) => term.id === of)

  useEffect(() => () => clearTimeout(closing.current), [])
  const open = () => {
    clearTimeout(closing.current)
    setWanted(true)
    setOpen(true)
  }
  const close = () => {
    closing.current = setTimeout(() => setOpen(false), grace)
  }

  return (
    <Popover
      opened={isOpen && meaning !== undefined}
      onChange={setOpen}
      width={320}
      position="top-start"
      shadow="sm"
    >
      <Popover.Target>
        <button
          type="button"
          className={styles.term}
          aria-describedby={isOpen && meaning ? id : undefined}
          onPointerEnter={open}
          onPointerLeave={close}
          onFocus={open}
          onBlur={close}
          onClick={open}
          onKeyDown={({ key }) => {
            if (key === 'Escape') setOpen(false)
          }}
        >
          {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown onPointerEnter={open} onPointerLeave={close}>
        {meaning && (
          <div className={styles.meaning}>
            <p id={id}>
              <strong>{meaning.term}</strong>
              <br />
              {meaning.says}
            </p>
            <To href={links.term(of)}>{t('shell.glossaryAll')}</To>
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
