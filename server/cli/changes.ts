/** `--set name=value` and `--rounds`: changes to a scenario's parameters. */
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import { boundsOf, isWithinBounds } from '../../shared/engine/parameter-bounds.ts';
import type { Parameters } from '../../shared/engine/parameters.ts';
import { withoutShock } from '../../shared/engine/queries.ts';
import type { Scenario } from '../../shared/engine/scenario.ts';
import { UsageError } from './terminal.ts';

/** `shock=false` moves the shock beyond the last round. */
export function changesFrom(
  scenario: Scenario,
  settings: readonly string[],
  rounds: number | undefined,
): Partial<Parameters> {
  const changes: Partial<Record<keyof Parameters, number>> = omitUndefined({ rounds });
  let shock = true;
  for (const setting of settings) {
    const [name = '', value = '', ...more] = setting.split('=');
    if (name === '' || value === '' || more.length > 0) {
      throw new UsageError(`--set takes name=value, not "${setting}".`);
    }
    if (name === 'shock') {
      if (value !== 'true' && value !== 'false') throw new UsageError(`shock is true or false, not "${value}".`);
      shock = value === 'true';
      continue;
    }
    if (!isParameter(scenario, name)) throw new UsageError(`There is no parameter called "${name}".`);
    const number = Number(value);
    if (!Number.isFinite(number)) throw new UsageError(`"${name}" takes a number, not "${value}".`);
    if (!isWithinBounds(name, number))
      throw new UsageError(`"${name}" is a number from ${boundsOf(name).join(' to ')}, not "${value}".`);
    changes[name] = number;
  }
  const last = changes.rounds ?? scenario.parameters.rounds;
  if (!Number.isInteger(last) || last < 1 || last > 99) throw new UsageError(`A game has 1 to 99 rounds, not ${last}.`);
  return shock ? changes : { ...changes, ...withoutShock({ rounds: last }) };
}

function isParameter(scenario: Scenario, name: string): name is keyof Parameters {
  return Object.hasOwn(scenario.parameters, name);
}
