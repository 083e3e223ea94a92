/** What only the page of all components says. In Chinese. */
import { components } from '../zh/components.ts';

export const texts = { components } as const;
