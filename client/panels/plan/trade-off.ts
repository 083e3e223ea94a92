/** The sentence of an office's dilemma: what another choice gains it, and its effect on the street. */
import { num, t } from '../../state/language.ts';
import { LEAST } from './office-about.ts';

/** "That gives you 1.0 more, and the street 22.5 less knowledge". Undefined if one of them is unaffected. */
export function tradeOff(score: number, street: number): string | undefined {
  if (Math.abs(score) < LEAST || Math.abs(street) < LEAST) return undefined;
  const you = score < 0 ? 'less' : 'more';
  const they = street < 0 ? 'less' : 'more';
  return t(`plan.trade-${you}-${they}`, { d: num(Math.abs(score)), i: num(Math.abs(street)) });
}
