/** Chinese texts used only by the page of all components. */
import { components } from '../zh/components.ts';

export const texts = { components } as const;
