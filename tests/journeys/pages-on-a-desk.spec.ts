import { everyPageIsSound } from '../support/sound-pages.ts'

everyPageIsSound('en', 1280)
