import type { timeKinds } from './timeKinds';
import type { ProfileTexts } from './profileTypeDescription';

const cpuUse = {
  whenToUse:
    'When a service costs too much CPU, gets slower under load, or uses more than it did before a release. It is the first profile to look at.',
} as const;

const wallUse = {
  whenToUse:
    'When requests are slow while the CPU is idle: it shows what they wait for, such as the network, disks, locks and timers.',
} as const;

/** What to say of the kinds of `timeKinds`. */
export const timeTexts = {
  cpu: {
    ...cpuUse,
    meaning: 'Time that the program spent running on a processor. Waiting does not count.',
    howToRead:
      'The wider a box, the more CPU time its function used, together with all that it called. Wide boxes without anything below them do the work themselves; start there. On the timeline, 1 core is one processor busy all the time.',
  },
  cpuSamples: {
    ...cpuUse,
    meaning: 'How often the profiler found the program running on a processor: CPU time, counted in samples.',
    howToRead:
      'Widths mean the same as in the CPU profile. The count says how far to trust them: a box of a few samples may be chance.',
  },
  wall: {
    ...wallUse,
    meaning: 'Time that passed on the clock while code was on a stack, running or waiting.',
    howToRead:
      'The wider a box, the longer a thread stood in that function. Idle threads are in it too: look for your own code above the waiting call. On the timeline, 1 thread is one thread that was there all the time.',
  },
  wallSamples: {
    ...wallUse,
    meaning: 'How often the profiler found a thread in a function, running or waiting: wall time, counted in samples.',
    howToRead:
      'Widths mean the same as in the wall time profile. The count says how far to trust them: a box of a few samples may be chance.',
  },
  offCpu: {
    meaning:
      'Time that threads spent off the processor: blocked, waiting for input or output, or put aside by the scheduler.',
    whenToUse:
      'When a service is slow although its CPU profile is small. Together the two account for all of the time.',
    howToRead:
      'The wider a box, the longer threads waited below that function. The leaf is the call that waits; read upwards to the code that asked for it.',
  },
  threadLifetime: {
    meaning: 'How long threads existed, as the .NET profiler reports it.',
    whenToUse: 'When a program starts many short-lived threads, or its threads never end.',
    howToRead:
      'The wider a box, the longer threads lived that came from it. On the timeline, 1 thread is one that lived all the time.',
  },
} satisfies Record<keyof typeof timeKinds, ProfileTexts>;
