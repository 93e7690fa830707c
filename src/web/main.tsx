import '@mantine/core/styles.css'
import './fonts.css'
import './base.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { askAhead, newClient } from './data/ask.ts'
import { makeRouter } from './routes.tsx'
import { theme, variables } from './theme.ts'
import { Toasts } from './ui/Toasts.tsx'
import { languageOfBrowser, startWords } from './words/words.ts'

const client = newClient()
const router = makeRouter(client)
// Words, page and session are on their way at the same time: none waits for another.
const speaking = startWords(languageOfBrowser())
void router.load()
askAhead(client, 'GET /api/session', {})
const words = await speaking
const root = document.getElementById('root')
if (!root) throw new Error('The page has no root.')

createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={words}>
      <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
        <QueryClientProvider client={client}>
          <Toasts>
            <RouterProvider router={router} />
          </Toasts>
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>
  </StrictMode>,
)
