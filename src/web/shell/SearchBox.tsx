import { Modal } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../data/ask.ts'
import type { Answered } from '../data/call.ts'
import { links, type OrganizationLinks } from '../links.ts'
import styles from './SearchBox.module.css'

type Hit = Answered<'GET /api/organizations/:organization/search'>['items'][number]

/** The search of an organization; opens with / or Ctrl-K. */
export function SearchBox({ organization }: Readonly<{ organization: string }>) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)

  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      const isWriting = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
      const isCalled =
        (event.key === 'k' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !isWriting)
      if (!isCalled) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])

  return (
    <>
      <button
        type="button"
        className={styles.open}
        aria-label={t('shell.search')}
        aria-keyshortcuts="/ Control+K"
        onClick={() => setOpen(true)}
      >
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="1.6" />
          <path d="m11 11 4 4" stroke="currentColor" strokeWidth="1.6" />
        </svg>
        <span className={styles.word}>{t('shell.search')}</span>
        <kbd className={styles.word}>/</kbd>
      </button>
      {isOpen && (
        <Modal
          opened
          onClose={() => setOpen(false)}
          title={t('shell.search')}
          size="lg"
          closeButtonProps={{ 'aria-label': t('ui.close') }}
        >
          <Search organization={organization} close={() => setOpen(false)} />
        </Modal>
      )}
    </>
  )
}

const pause = 150

function Search({ organization, close }: Readonly<{ organization: string; close: () => void }>) {
  const { t } = useTranslation()
  const router = useRouter()
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState('')
  const [at, setAt] = useState(0)
  const { data } = useAsk(
    'GET /api/organizations/:organization/search',
    asked.length > 1 ? { params: { organization }, query: { text: asked } } : undefined,
  )
  const hits = data?.items ?? []
  const chosen = hits[at]

  // The dialog moves the focus a moment later, and what was typed until then would be lost.
  useEffect(() => input.current?.focus(), [])
  useEffect(() => {
    const timer = setTimeout(() => {
      setAsked(words.trim())
      setAt(0)
    }, pause)
    return () => clearTimeout(timer)
  }, [words])

  const go = (hit: Hit) => {
    close()
    router.history.push(addressOf(hit, links.of(organization)))
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && hits.length > 0) {
      event.preventDefault()
      setAt((at + step + hits.length) % hits.length)
    }
    if (event.key === 'Enter' && chosen) go(chosen)
  }

  return (
    <div className={styles.search}>
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-activedescendant={chosen ? `${listId}-${at}` : undefined}
        aria-label={t('shell.searchHint')}
        placeholder={t('shell.searchHint')}
        data-autofocus
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={press}
      />
      {asked.length < 2 && <p className="second">{t('shell.searchStart')}</p>}
      {data && hits.length === 0 && <p role="status">{t('shell.searchNothing', { words: asked })}</p>}
      <div id={listId} role="listbox" aria-label={t('shell.search')} className={styles.hits}>
        {hits.map((hit, index) => (
          <button
            type="button"
            key={`${hit.kind} ${hit.id}`}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            onClick={() => go(hit)}
          >
            <span lang="en">{hit.title}</span>
            <span className="second">
              {t(`shell.hits.${hit.kind}`)} · {hit.beside}
            </span>
          </button>
        ))}
      </div>
    </div>
  )
}

/** Where what was found opens; guides, forms and documents are made on the page of documents. */
function addressOf({ kind, id, beside }: Hit, to: OrganizationLinks): string {
  if (kind === 'kpi') return to.kpi(id)
  if (kind === 'guide' || kind === 'form' || kind === 'document') return to.documents
  if (kind === 'term') return links.term(id)
  if (kind === 'process') return to.process(id)
  if (kind === 'ticket') return to.ticket(id)
  if (kind === 'requirement') return to.requirement(id)
  if (kind === 'check') return to.check(id)
  if (kind === 'measure') return to.measure(id)
  return kind === 'record' ? to.record(beside, id) : to.people
}
