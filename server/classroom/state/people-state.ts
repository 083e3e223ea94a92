/** Folds who belongs to a class: joined, on another device, removed, let back in, renamed, erased. */
import { omitUndefined } from '../../../shared/engine/omit-undefined.ts';
import { withId } from '../../aggregate/with-id.ts';
import type { ClassState, Player } from './class-state.ts';
import type { ClassEvent } from './events.ts';

export function withPlayer(state: ClassState, event: Extract<ClassEvent, { type: 'PlayerJoined' }>): ClassState {
  const { player: id, name, tokenHash, entry } = event;
  const player: Player = { id, name, tokenHash, ...omitUndefined({ entry }) };
  return {
    ...state,
    players: [...state.players, player],
    everyone: [...state.everyone, player],
    byToken: new Map(state.byToken).set(tokenHash, player),
    removedTokens: withoutMember(state.removedTokens, tokenHash),
  };
}

export function withToken(state: ClassState, id: string, tokenHash: string, replaces: boolean): ClassState {
  const known = withId(state.players, id);
  if (known === undefined) return state;
  const player = { ...known, tokenHash };
  const others = [...state.byToken].flatMap(([hash, owner]): readonly (readonly [string, Player])[] => {
    if (owner.id !== id) return [[hash, owner]];
    return replaces ? [] : [[hash, player]];
  });
  return {
    ...state,
    players: state.players.map((each) => (each.id === id ? player : each)),
    byToken: new Map(others).set(tokenHash, player),
    removedTokens: withoutMember(state.removedTokens, tokenHash),
  };
}

export function withoutPlayer(state: ClassState, id: string): ClassState {
  const tokens = [...state.byToken].flatMap(([hash, owner]) => (owner.id === id ? [hash] : []));
  return {
    ...state,
    players: state.players.filter((player) => player.id !== id),
    byToken: new Map([...state.byToken].filter(([, owner]) => owner.id !== id)),
    removedTokens: new Set([...state.removedTokens, ...tokens]),
    removed: new Map(state.removed).set(id, tokens),
    reentries: new Map([...state.reentries].filter(([, { player }]) => player !== id)),
    wishes: without(state.wishes, id),
    placements: without(state.placements, id),
    mirrors: without(state.mirrors, id),
    observers: without(state.observers, id),
    relaxed: withoutMember(state.relaxed, id),
    hands: without(state.hands, id),
  };
}

/** Removes a person's data. Seats stay, because district records have them under the opaque id. */
export function withErased(state: ClassState, id: string): ClassState {
  const { opened, ...rest } = withName(withoutPlayer(withoutWords(state, id), id), id, '');
  const entry = withId(state.everyone, id)?.entry;
  const roster = opened.roster?.map(({ sis, ...each }, place) =>
    place === entry ? { ...each, label: '' } : { ...each, ...omitUndefined({ sis }) },
  );
  return {
    ...rest,
    opened: roster === undefined ? opened : { ...opened, roster },
    erased: new Set([...state.erased, id]),
    removed: without(rest.removed, id),
    expected: without(state.expected, id),
    endedLabels: entry === undefined ? state.endedLabels : new Set([...state.endedLabels, entry]),
    notices: state.notices.filter(({ player }) => player !== id),
  };
}

/** Removes what one person answered, planned as a mirror, or wrote to the class. */
export function withoutWords(state: ClassState, id: string): ClassState {
  return {
    ...state,
    answers: without(state.answers, id),
    predictions: without(state.predictions, id),
    mirrorPlans: state.mirrorPlans.filter(({ player }) => player !== id),
    reflections: state.reflections.map((reflection) => ({ ...reflection, answers: without(reflection.answers, id) })),
    // Kept, because the picked answers are named by index.
    polls: state.polls.map((poll) =>
      poll.answers.has(id) ? { ...poll, answers: new Map(poll.answers).set(id, '') } : poll,
    ),
  };
}

/** Devices and labels that somebody else uses by now stay theirs. */
export function withReadmitted(state: ClassState, id: string): ClassState {
  const known = withId(state.everyone, id);
  const tokens = state.removed.get(id)?.filter((token) => !state.byToken.has(token));
  if (known === undefined || tokens === undefined) return state;
  const { entry, ...unlabelled } = known;
  const player = entry === undefined || state.players.some((each) => each.entry === entry) ? unlabelled : known;
  const here = new Map([...state.players, player].map((each) => [each.id, each]));
  return {
    ...state,
    players: state.everyone.flatMap((each) => here.get(each.id) ?? []),
    byToken: new Map([...state.byToken, ...tokens.map((token) => [token, player] as const)]),
    removedTokens: new Set([...state.removedTokens].filter((token) => !tokens.includes(token))),
    removed: without(state.removed, id),
  };
}

export function withName(state: ClassState, id: string, name: string): ClassState {
  const named = (player: Player) => (player.id === id ? { ...player, name } : player);
  return {
    ...state,
    players: state.players.map(named),
    everyone: state.everyone.map(named),
    byToken: new Map([...state.byToken].map(([token, player]) => [token, named(player)])),
  };
}

export function without<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value> {
  if (!map.has(key)) return map;
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}

export function withoutMember<Value>(set: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  if (!set.has(value)) return set;
  const copy = new Set(set);
  copy.delete(value);
  return copy;
}
