import { messageLimits } from '#app/domain/messages/message.ts'

const most: Record<string, number> = {
  'too-many-messages': messageLimits.perTenMinutes,
  'too-many-photos': messageLimits.photos,
}

/** The key of the sentence for a refusal, with its number. */
export function sentenceOf(refused: string) {
  return `messages.refusals.${refused}${most[refused] ? `?most=${most[refused]}` : ''}`
}

/** The key of a quick question or answer. */
export function phraseKey(phrase: string) {
  return `messages.${phrase.includes('.') ? 'answers' : 'questions'}.${phrase}`
}
