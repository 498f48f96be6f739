import type { ProfileQuestion, ProfileSource } from '../../profile/profileSource';
import { addMatchers } from '../../pyroscope/labelSelector';
import type { ProfilesOptions } from '../profilesQuery';
import type { Asked } from './asked';
import { checkSelectors } from './checkSelectors';
import { costPerMonth, hasPrices, type Prices } from './costPerMonth';
import { answerProfile } from './profileAnswer';

/**
 * What a data source instance answers to panels of ours that want more than their query gave them. What is not asked
 * at once is loaded when it is asked.
 */
export function createProfileSource(
  asked: Asked,
  options: Prices & Pick<ProfilesOptions, 'sourceLinkTemplate'>
): ProfileSource {
  const { client } = asked;
  const sourceLinkTemplate = options.sourceLinkTemplate?.trim() ?? '';
  return {
    version: 1,
    profile: (question, signal) => answerProfile(asked, question, signal),
    async diff(baseline, compared, signal) {
      const { answerDiff } = await import(/* webpackChunkName: "diffAnswer" */ './diffAnswer');
      return answerDiff(asked, baseline, compared, signal);
    },
    async pprof(question, signal) {
      await checkSelectors(asked, question, signal);
      // Every stack, whatever the flame graph was limited to.
      return client.mergeProfile({ ...question, maxNodes: undefined }, signal);
    },
    async goPgo(question, signal) {
      await checkSelectors(asked, question, signal);
      return client.mergeProfile({ ...question, maxNodes: undefined, forGoCompiler: true }, signal);
    },
    async labelNames(question, signal) {
      const names = await client.labelNames({ matchers: [selectorOf(question)], span: spanOf(question) }, signal);
      return names.filter(isForPeople).sort();
    },
    async byLabel(question, label, limit, signal) {
      const { askByLabel } = await import(/* webpackChunkName: "functionsAnswer" */ './labelProfiles');
      return (await askByLabel(asked, question, { label, limit, withRest: false }, signal)).values;
    },
    async functionSeries(question, functionName, steps, signal) {
      const { answerFunctionSeries } = await import(/* webpackChunkName: "functionsAnswer" */ './functionSeries');
      return answerFunctionSeries(asked, question, functionName, steps, signal);
    },
    async commonLabels(question, signal) {
      const sets = await client.series(
        { matchers: [selectorOf(question)], labelNames: [], span: spanOf(question) },
        signal
      );
      const [first = [], ...others] = sets;
      const common = first.filter(({ name, value }) =>
        others.every((set) => set.some((label) => label.name === name && label.value === value))
      );
      return Object.fromEntries(common.filter(({ name }) => isForPeople(name)).map(({ name, value }) => [name, value]));
    },
    ...(hasPrices(options) ? { costPerMonth: (question, value) => costPerMonth(options, question, value) } : {}),
    ...(sourceLinkTemplate === '' ? {} : { sourceLink: { template: sourceLinkTemplate } }),
  };
}

/** The profiles of the question among those of all types, as the questions about labels want it. */
function selectorOf({ labelSelector, profileTypeId }: ProfileQuestion): string {
  return addMatchers(labelSelector, [{ name: '__profile_type__', op: '=', value: profileTypeId }]);
}

function spanOf({ from, to }: ProfileQuestion) {
  return { from, to };
}

/** The backend has labels of its own, `__…__`. */
function isForPeople(name: string): boolean {
  return !name.startsWith('__');
}
