import type { concurrencyKinds } from './concurrencyKinds';
import type { ProfileTexts } from './profileTypeDescription';

const mutexUse =
  'When more load, more threads or more processors no longer make the program faster: threads may be queueing for the same lock.';
const blockUse =
  'When goroutines or threads spend their time waiting for each other: on channels, on locks, in select statements.';

/** What to say of the kinds of `concurrencyKinds`. */
export const concurrencyTexts = {
  goroutines: {
    meaning: 'How many goroutines existed when the snapshot was taken, and where each of them stood.',
    whenToUse: 'When a Go program leaks goroutines, hangs in a deadlock, or starts more of them than it should.',
    howToRead:
      'The wider a box, the more goroutines stood in that function. Most are waiting, which is normal; a wide box that keeps growing is not. Values are the average of the snapshots in the range.',
  },
  mutexCount: {
    meaning: 'How often a mutex was held by one while another wanted it.',
    whenToUse: mutexUse,
    howToRead:
      'The stacks are those that let the lock go: the wider a box, the more often others had to wait for it. Compare with the duration: many short waits may matter less than a few long ones.',
  },
  mutexDuration: {
    meaning: 'How long others waited for mutexes, added up over all that waited.',
    whenToUse: mutexUse,
    howToRead:
      'The stacks are those that let the lock go: the wider a box, the longer others waited for it. On the timeline, 1 thread is one that waited all the time.',
  },
  blockCount: {
    meaning: 'How often a goroutine or thread had to stop and wait: for a channel, a lock, a condition.',
    whenToUse: blockUse,
    howToRead:
      'The wider a box, the more often its function, or one that it called, had to wait. Compare with the duration: many short waits may matter less than a few long ones.',
  },
  blockDuration: {
    meaning: 'How long goroutines or threads were stopped and waiting, added up over all that waited.',
    whenToUse: blockUse,
    howToRead:
      'The wider a box, the longer its function, or one that it called, waited. Workers that wait for work are in it too: look for waits on the way of a request. On the timeline, 1 thread is one that waited all the time.',
  },
  parkCount: {
    meaning:
      "How often a Java thread was parked: put to sleep by the JVM's concurrency library until another wakes it.",
    whenToUse: blockUse,
    howToRead:
      'The wider a box, the more often its function, or one that it called, was put to sleep. Idle pool threads are in it too.',
  },
  parkDuration: {
    meaning:
      "How long Java threads were parked: put to sleep by the JVM's concurrency library until another wakes them.",
    whenToUse: blockUse,
    howToRead:
      'The wider a box, the longer its function, or one that it called, slept. Idle pool threads are in it too: look for waits on the way of a request.',
  },
  lockCount: {
    meaning: 'How often a thread found a lock taken, as the JVM or .NET reports it.',
    whenToUse: mutexUse,
    howToRead:
      'The wider a box, the more often threads had to wait for a lock there. Compare with the duration: many short waits may matter less than a few long ones.',
  },
  lockDuration: {
    meaning: 'How long threads waited for locks that others held, as the JVM or .NET reports it.',
    whenToUse: mutexUse,
    howToRead:
      'The wider a box, the longer threads waited for a lock there. On the timeline, 1 thread is one that waited all the time.',
  },
  exceptions: {
    meaning: 'How many exceptions were thrown, caught ones included.',
    whenToUse: 'When errors rise, or when code uses exceptions for its normal course, which is slow.',
    howToRead:
      'The wider a box, the more exceptions were thrown by its function and all that it called. The leaf is where they are thrown; whoever catches them stands above.',
  },
} satisfies Record<keyof typeof concurrencyKinds, ProfileTexts>;
