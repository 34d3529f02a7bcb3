import { everyPageIsSound } from '../support/sound-pages.ts'

everyPageIsSound('it', 360)
