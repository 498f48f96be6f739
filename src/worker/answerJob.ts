import { problemOf } from '../base/problem';
import type { CallTree } from '../profile/callTree';
import { combinedTree, type CombineJob } from './combineJob';
import type { DecodeAnswer } from './decodeAnswer';
import { decodedTree, type DecodeJob, type TreeJob } from './decodeJob';
import { joinTexts } from './joinedTexts';
import type { KeptTrees } from './keptTrees';
import { answerOperation } from './operationAnswer';
import { postedTree } from './postedTree';
import { decodedPprof, decodedPprofLines, decodedPprofTree, type PprofTreeJob } from './pprofJob';

/** Does the job. Never throws: what fails is in the answer. `kept`: trees of jobs before. */
export function answerJob(job: DecodeJob, kept: KeptTrees): DecodeAnswer {
  try {
    if (job.format === 'pprof') {
      const profile = decodedPprof(job);
      return { kind: 'pprof', profile: { ...profile, strings: [] }, strings: joinTexts(profile.strings) };
    }
    if (job.format === 'pprof lines') {
      return { kind: 'lines', ...decodedPprofLines(job) };
    }
    if (job.format === 'operation') {
      return answerOperation(job, kept);
    }
    return { kind: 'tree', ...postedTree(treeOfJob(job)) };
  } catch (error) {
    return { kind: 'failed', problem: problemOf(error) };
  }
}

function treeOfJob(job: TreeJob | PprofTreeJob | CombineJob): CallTree {
  if (job.format === 'combination') {
    return combinedTree(job);
  }
  return job.format === 'pprof tree' ? decodedPprofTree(job) : decodedTree(job);
}
