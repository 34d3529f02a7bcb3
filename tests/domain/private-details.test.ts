import { describe, expect, test } from 'vitest'
import { privateDetailsIn } from '#app/domain/messages/private-details.ts'

describe('what gives somebody away', () => {
  test.each([
    ['phone', 'chiamami al 3381234567'],
    ['phone', '338 123 4567'],
    ['phone', '338/1234567'],
    ['phone', '338.45.56.677'],
    ['phone', '+39 338 123 4567'],
    ['phone', '0039 06 5550 0111'],
    ['phone', '+44 20 7946 0958'],
    ['phone', '06 5550 0111'],
    ['phone', '(06) 5550-0111'],
    ['phone', 'tre tre otto uno due tre quattro cinque sei sette'],
    ['phone', 'Tre tre otto 45 56 677'],
    ['phone', '3 3 8 1 2 3 4 5 6 7'],
    ['phone', 'three three eight one two three four five six seven'],
    ['email', 'scrivimi: ada.ferri+oz@posta.example.it'],
    ['email', 'ada (at) example.org'],
    ['email', 'ada chiocciola example punto org'],
    ['address', 'via Nomentana 411'],
    ['address', 'abito in via nomentana 411 scala b'],
    ['address', 'sto in Via dei Castani, 30'],
    ['address', 'via dell’Acqua Bullicante 23'],
    ['address', 'via 4 novembre 149'],
    ['address', 'V.le Regina Margherita n. 290'],
    ['address', 'piazza Bologna 6'],
    ['address', 'Corso Trieste 61'],
    ['address', 'largo Preneste 4'],
  ])('%s: «%s»', (detail, text) => {
    expect(privateDetailsIn(text)).toEqual([detail])
  })

  test.each([
    '2500 mm',
    '8 tavole da 1200',
    '27,5 kg',
    '2500 x 1200 x 18 mm',
    '300 400 500',
    '3500 2500 18',
    '35 40 45 50 55',
    'ne ho 12 da 2500 e 8 da 1200',
    '108.000 g in tutto',
    'CAP 00185',
    '00185, 00141 o 00176 Roma',
    'il 01/12/2026 alle 15:30',
    'dalle 09.30-10.30 o 11:00 - 12:30',
    'lotto 2611-0042',
    'P. IVA 01234567897',
    'due o tre pezzi, otto al massimo',
    'sei tre due',
    '4 pezzi @ 5,00',
    'porto via le 8 tavole il 24',
    'possiamo portare via tutto alle 10',
    'vado via alle 18',
    'butto via il resto il 3',
    'via libera dopo le 9',
    'largo 190 e lungo 1200 mm',
    'largo circa 80',
    'abbiamo in corso 3 lavori',
    'un corso di falegnameria il 12',
    'sto in zona via Nomentana',
  ])('nothing: «%s»', (text) => {
    expect(privateDetailsIn(text)).toEqual([])
  })
})
