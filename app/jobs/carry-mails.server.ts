import { mailCarried, mailFailed, takeMail } from '#app/domain/notifications/carry-mail.server.ts'
import { dueMails } from '#app/domain/notifications/mails.read.server.ts'
import { write } from '#app/domain/write.server.ts'
import { sendLetter } from '#app/gateways/mail.server.ts'
import type { Db } from '#db/database.ts'
import type { MailRow } from '#db/schema/notifications.ts'
import { composeLetter } from './compose-letter.server.ts'

/** A mail server lets us wait for each letter: so many are on their way at once. */
const hands = 5

/** Carries every letter that is due. Each is taken first, so that two carriers never send the same one. */
export async function carryMails(db: Db, at: string) {
  const due = await dueMails(db, at)
  let carried = 0
  const carryOn = async () => {
    for (let next = due.shift(); next; next = due.shift()) {
      const taken = next
      const mail = await write(db, (trx) => takeMail(trx, taken, at))
      if (mail && (await carry(db, mail, at))) carried += 1
    }
  }
  await Promise.all(Array.from({ length: hands }, carryOn))
  return `${carried} carried`
}

async function carry(db: Db, mail: MailRow, at: string) {
  let isSent = false
  try {
    const letter = await composeLetter(db, mail, at)
    if (letter) await sendLetter(letter, envelopeOf(mail, at))
    isSent = letter !== undefined
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    await write(db, (trx) => mailFailed(trx, mail, problem.slice(0, 500), at))
    return false
  }
  await write(db, (trx) => mailCarried(trx, mail, at))
  return isSent
}

function envelopeOf({ id, address, attachment }: MailRow, at: string) {
  return { id, to: address, at, ...(attachment ? { calendar: attachment } : {}) }
}
