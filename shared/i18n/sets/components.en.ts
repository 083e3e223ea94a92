/** English texts used only by the page of all components. */
import { components } from '../en/components.ts';

export const texts = { components } as const;
