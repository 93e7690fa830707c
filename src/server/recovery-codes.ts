import { createHash, randomBytes } from 'node:crypto'
import { symmetricDecrypt } from 'better-auth/crypto'

const letters = 'abcdefghijklmnopqrstuvwxyz234567'
const [count, length] = [10, 24] as const
const mark = 'sha256:'

/** Ten codes for the day on which the app is lost: 24 letters of 32 are 120 bits each, which nobody guesses from a hash. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: count }, () => {
    const code = [...randomBytes(length)].map((byte) => letters[byte % letters.length]).join('')
    return code.replaceAll(/.{6}(?=.)/g, '$&-')
  })
}

/** What is kept of a code, and compared with: the sign-in library sees nothing else. What is kept opens nothing itself. */
export function hashOfCode(code: string): string {
  return `${mark}${createHash('sha256').update(code).digest('base64url')}`
}

/** A list is written anew when one of its codes was used: the others are hashes already. */
function keptCode(code: string): string {
  return code.startsWith(mark) ? code : hashOfCode(code)
}

/** How the library keeps the list. Codes of earlier days were encrypted; they are read once more, as hashes. */
export function storeOfCodes(secret: string) {
  return {
    encrypt: async (list: string) => JSON.stringify((JSON.parse(list) as string[]).map(keptCode)),
    decrypt: async (kept: string) => {
      if (kept.startsWith('[')) return kept
      const old = await symmetricDecrypt({ key: secret, data: kept })
      return JSON.stringify((JSON.parse(old) as string[]).map(keptCode))
    },
  }
}
