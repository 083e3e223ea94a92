/**
 * The bots by name. The same policies play empty seats, run the simulations, and stand for populations in the
 * predictions.
 */
export { botAnswers, botOffers, botPromises } from './offers.ts';
export { botPleas } from './pleas.ts';
export {
  ALL_BOTS,
  defaultPolicy,
  type FirmPolicyName,
  isPolicyFor,
  POLICIES,
  type PolicyName,
  policyFor,
} from './policies.ts';
export { type BotRandom, botRandom, type Policy } from './policy.ts';
export { replyTo } from './replies.ts';
export { signed } from './signing.ts';
export { mixedPolicies, STREET_FIRMS } from './street.ts';
