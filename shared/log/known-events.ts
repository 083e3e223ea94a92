import type { DistrictEvent } from '../engine/events.ts';

/** Lists every event type; a missing one does not compile. */
const KNOWN: Readonly<Record<DistrictEvent['type'], true>> = {
  DistrictFounded: true,
  SeatAssigned: true,
  SeatFreed: true,
  PhaseBegan: true,
  ClockPaused: true,
  ClockResumed: true,
  ClockExtended: true,
  TimesSet: true,
  LengthSet: true,
  PlanFiled: true,
  ReadySignalled: true,
  OfferMade: true,
  OfferAnswered: true,
  OfferWithdrawn: true,
  Said: true,
  LineTakenDown: true,
  GameEnded: true,
  PracticeBegan: true,
  PracticeEnded: true,
  AdvanceUndone: true,
  DistrictContinued: true,
  PolicyMade: true,
  ListMade: true,
  FirmAbsorbed: true,
  PactBroken: true,
  PactFormed: true,
  FirmSold: true,
  FirmLeft: true,
  LeaveRefused: true,
  LoanTaken: true,
  VentureGranted: true,
  VentureRefused: true,
  ForeignPartnerJoined: true,
  KnowledgeGrew: true,
  MarketCleared: true,
  AccountsSettled: true,
  TrustMoved: true,
  FirmRescued: true,
  FirmFailed: true,
  HubFaltered: true,
  RoundScored: true,
};

/** The first event type unknown to this program, from a newer version. */
export function unknownEvent(events: readonly DistrictEvent[]): string | undefined {
  return events.find(({ type }) => !Object.hasOwn(KNOWN, type))?.type;
}
