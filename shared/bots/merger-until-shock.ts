/** Builds a group while standard goods sell; when demand turns to variety, leaves it and looks for partners. */
import { leavingWhenOwned } from './leaving.ts';
import { merger } from './merger.ts';
import { partnerChoosingRestless } from './partner-choosing.ts';
import type { Policy } from './policy.ts';

const afterwards = leavingWhenOwned(partnerChoosingRestless);

export const mergerUntilShock: Policy = (view, random) => (view.public.shocked ? afterwards : merger)(view, random);
