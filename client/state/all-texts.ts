/** Every text of the game. Fetched with the first page after the door, which needs only the few in `language.ts`. */
import { messages } from '../../shared/i18n/messages.ts';
import { addTexts } from './language.ts';

addTexts(messages);
