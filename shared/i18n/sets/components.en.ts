/** What only the page of all components says. In English. */
import { components } from '../en/components.ts';

export const texts = { components } as const;
