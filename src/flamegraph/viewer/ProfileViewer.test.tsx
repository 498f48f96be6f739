import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import '@testing-library/jest-dom';
import { useState } from 'react';
import { epochMs } from '../../base/units';
import type { CallTree } from '../../profile/callTree';
import type { ProfileAnswer, ProfileQuestion } from '../../profile/profileSource';
import { groupTrees } from '../../profile/groupTrees';
import { callTreeToText, textProfile } from '../../profile/textProfile';
import type { FlameGraphProps } from '../view/FlameGraph';
import type { FlameGraphState } from '../view/flameGraphState';
import { loadTreeOperations } from '../../worker/loadTreeOperations';
import { ProfileViewer, type ProfileViewerProps } from './ProfileViewer';
import type { ViewerQuestions } from './viewerQuestions';

/** The flame graph has tests of its own: here it says what it is given, and asks what its user would. */
jest.mock('../view/FlameGraph', () => ({
  FlameGraph: ({ tree, state, onStateChange, width, height, header, wholeName, onMenu, ...props }: FlameGraphProps) => (
    <div role="tree" tabIndex={0} data-width={width} data-height={height} data-header={header}>
      <pre>{callTreeToText(tree)}</pre>
      <p>{wholeName}</p>
      <p>looks for {state?.search ?? 'nothing'}</p>
      <p>chosen {state?.chosen ?? 'nothing'}</p>
      <button onClick={() => onMenu?.(2, { x: 10, y: 10 })}>menu of the second box</button>
      <button onClick={() => props.onWalk?.(2)}>walk to the second box</button>
      <button onClick={() => onStateChange?.({ ...state, focus: ['main', 'parse'] })}>zoom into parse</button>
      <button onClick={() => props.onOpenTruncated?.(tree.truncated?.[0] ?? 0)}>open the cut box</button>
    </div>
  ),
}));

// So that small profiles are filtered at once, as they are from the second time on.
beforeAll(async () => void (await loadTreeOperations()));

beforeAll(() => {
  // jsdom has no canvas, and icons are fetched: none ever comes.
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  globalThis.fetch = () => new Promise(() => undefined);
});

const tree = textProfile(`
  main      90
    parse   40
  gc        10`);

const question: ProfileQuestion = {
  profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
  labelSelector: '{}',
  from: epochMs(0),
  to: epochMs(60_000),
};
const notes = { title: 'CPU', sampleType: 'cpu', span: question, timeZone: 'utc' };

type ViewerProps = Partial<ProfileViewerProps> & { readonly initial?: FlameGraphState };

function Viewer({ initial = {}, ...props }: ViewerProps) {
  const [state, onStateChange] = useState(initial);
  return (
    <ProfileViewer
      tree={tree}
      width={1000}
      height={600}
      format={String}
      notes={notes}
      state={state}
      onStateChange={onStateChange}
      {...props}
    />
  );
}

const graph = () => screen.queryByRole('tree');
const shown = () => graph()!.querySelector('pre')!.textContent;
const text = (profile: CallTree) => callTreeToText(profile);
const table = () => screen.queryByRole('grid', { name: 'Functions' });
const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }));
const press = (key: string, held: object = {}) => fireEvent.keyDown(graph()!, { key, ...held });

describe('views', () => {
  test('a wide viewer has the table to the left of the flame graph, which share the width', () => {
    render(<Viewer />);
    expect(table()).toHaveStyle({ width: '400px' });
    expect(Number(graph()?.dataset.width)).toBeLessThan(600);
    expect(table()!.compareDocumentPosition(graph()!) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  test('flame graph, table, both or call tree: as its user chooses', async () => {
    render(<Viewer />);
    await choose('Flame graph');
    expect(table()).not.toBeInTheDocument();
    expect(graph()?.dataset.width).toBe('1000');
    await choose('Table');
    expect(graph()).not.toBeInTheDocument();
    expect(table()).toHaveStyle({ width: '1000px' });
    await choose('Call tree');
    expect(await screen.findByRole('treegrid', { name: 'Call tree' })).toBeInTheDocument();
  });

  test('a function that is chosen in the table is chosen in the flame graph', async () => {
    render(<Viewer />);
    await userEvent.click(within(table()!).getByText('parse'));
    expect(graph()).toHaveTextContent('chosen parse');
  });

  test('a box that is zoomed into is chosen in the table; what a search zooms out to is not', async () => {
    const { unmount } = render(<Viewer initial={{ focus: ['main', 'parse', 'gone'], search: 'g' }} />);
    await userEvent.click(screen.getByText('zoom into parse'));
    expect(graph()).toHaveTextContent('chosen nothing');
    unmount();
    render(<Viewer />);
    await userEvent.click(screen.getByText('zoom into parse'));
    expect(table()!.querySelector('[aria-selected="true"]')).toHaveTextContent('parse');
  });

  test('bottom-up turns the trees round, and leaves what the functions spent', async () => {
    render(<Viewer initial={{ isInverted: true }} />);
    await waitFor(() => expect(shown()).toBe('gc 10\nmain 50\nparse 40\n  main 40'));
    const [, main] = within(table()!)
      .getAllByRole('row')
      .filter((row) => row.textContent?.includes('main') || row.getAttribute('aria-rowindex') === '1');
    expect(main).toHaveTextContent(/main5090/);
  });

  test('a tiny viewer is all picture', () => {
    render(<Viewer height={100} notice="One snapshot." />);
    expect(screen.queryByRole('toolbar')).not.toBeInTheDocument();
    expect(graph()?.dataset).toMatchObject({ height: '100', header: 'over' });
  });

  test('what is said of the profile stands above every view', async () => {
    render(<Viewer notice="One snapshot." initial={{ view: 'table' }} />);
    expect(screen.getByText('One snapshot.')).toBeInTheDocument();
  });

  test('the table alone has a search, which the flame graph then knows', async () => {
    render(<Viewer initial={{ view: 'table' }} />);
    await userEvent.type(screen.getByRole('textbox', { name: 'Search functions' }), 'pars');
    expect(within(table()!).getAllByRole('rowheader')).toHaveLength(1);
    await choose('Flame graph');
    expect(graph()).toHaveTextContent('looks for pars');
  });
});

describe('filters', () => {
  const withoutGc = { filters: [{ rule: { kind: 'without', match: { by: 'function', value: 'gc' } } }] } as const;

  test('what they leave is shown, and how much that is', async () => {
    render(<Viewer initial={withoutGc} />);
    expect(shown()).toBe(text(textProfile('main 90\n  parse 40')));
    expect(await screen.findByRole('status', { name: 'Left by filters' })).toHaveTextContent('90% left');
    expect(graph()).toHaveTextContent('Whole profile, filtered');
  });

  test('filters that leave nothing say so, and can be cleared', async () => {
    const rule = { kind: 'only-with', match: { by: 'text', value: 'nothing is called so' } } as const;
    render(<Viewer initial={{ filters: [{ rule }] }} />);
    expect(screen.getByText('The filters leave nothing of this profile.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(shown()).toBe(text(tree));
  });

  test('leave a profile that is split by a label split', () => {
    const split = groupTrees([{ name: 'eu', tree: textProfile('main.main 5\n  runtime.gc 2') }], 'nanoseconds');
    render(<Viewer tree={split} isGrouped initial={{ filters: [{ rule: { kind: 'only-my-code' } }] }} />);
    expect(shown()).toBe('eu 5\n  main.main 5');
  });

  test('one that cannot be read says why', async () => {
    const rule = { kind: 'only-with', match: { by: 'regex', value: '(' } } as const;
    render(<Viewer initial={{ filters: [{ rule }] }} />);
    expect(await screen.findByTitle(/regular expression/i)).toBeInTheDocument();
    expect(shown()).toBe(text(tree));
  });

  test('a chip is moved with alt and an arrow, turned off with a click, removed with Delete', async () => {
    const filters = [...withoutGc.filters, { rule: { kind: 'only-my-code' } }] as const;
    render(<Viewer initial={{ filters }} />);
    const chips = () =>
      within(screen.getByRole('group', { name: 'Filters' }))
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent);
    await screen.findByRole('group', { name: 'Filters' });
    fireEvent.keyDown(screen.getByRole('button', { name: 'Only my code' }), { key: 'ArrowLeft', altKey: true });
    expect(chips()).toEqual(['Only my code', 'Without gc']);
    await userEvent.click(screen.getByRole('button', { name: 'Without gc' }));
    expect(screen.getByRole('button', { name: 'Without gc' })).toHaveAttribute('aria-pressed', 'false');
    fireEvent.keyDown(screen.getByRole('button', { name: 'Only my code' }), { key: 'Delete' });
    expect(chips()).toEqual(['Without gc']);
    expect(shown()).toBe(text(tree));
  });

  test('the menu of a row of the call tree is about its place: zoomed into, it is seen in the flame graph', async () => {
    render(<Viewer initial={{ view: 'tree' }} />);
    fireEvent.contextMenu(await screen.findByRole('rowheader', { name: 'parse' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: /^Only this place/ }));
    expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(['total', 'parse']);
    fireEvent.contextMenu(screen.getByRole('rowheader', { name: 'parse' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: /^Zoom into it/ }));
    expect(graph()).toBeInTheDocument();
  });

  test('the menu of a box adds one, undo takes it away again', async () => {
    render(<Viewer />);
    await userEvent.click(screen.getByText('menu of the second box'));
    await userEvent.click(await screen.findByRole('menuitem', { name: /^Merge it into its callers/ }));
    expect(shown()).toBe(text(textProfile('main 90\ngc 10')));
    press('z', { ctrlKey: true });
    expect(shown()).toBe(text(tree));
    press('z', { ctrlKey: true, shiftKey: true });
    expect(shown()).toBe(text(textProfile('main 90\ngc 10')));
  });
});

describe('keys', () => {
  const pressHere = (key: string, held: object = {}) => fireEvent.keyDown(document.activeElement!, { key, ...held });

  test('go on working where the view that had the keyboard has gone', async () => {
    render(<Viewer initial={{ view: 'table' }} />);
    act(() => table()!.focus());
    pressHere('4');
    const callTree = await screen.findByRole('treegrid', { name: 'Call tree' });
    await waitFor(() => expect(callTree).toHaveFocus());
    pressHere('1');
    expect(graph()).toHaveFocus();
    pressHere('2');
    expect(table()).toHaveFocus();
  });

  test('go on working where filters leave nothing: undo leads back', async () => {
    render(<Viewer initial={{ view: 'flamegraph', chosen: 'main' }} tree={textProfile('main 90')} />);
    act(() => graph()!.focus());
    pressHere('w', { shiftKey: true });
    expect(screen.getByText('The filters leave nothing of this profile.')).toBeInTheDocument();
    pressHere('z', { ctrlKey: true });
    expect(graph()).toHaveFocus();
  });

  test('leave the keyboard alone where its user has left the viewer', async () => {
    const { rerender } = render(<Viewer />);
    act(() => graph()!.focus());
    act(() => graph()!.blur());
    rerender(<Viewer width={900} />);
    expect(document.body).toHaveFocus();
  });

  test.each(['table', 'tree', 'sandwich'] as const)('/ leads to the search of the view %s', async (view) => {
    render(<Viewer initial={{ view, search: 'pars' }} />);
    const picture = await screen.findByRole(view === 'tree' ? 'treegrid' : 'grid');
    act(() => picture.focus());
    pressHere('/');
    const field = screen.getByRole('textbox', { name: 'Search functions' });
    expect(field).toHaveFocus();
    expect(screen.getByTitle(/1 box of 1 function. Together they are 40% of the profile/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Regular expression' }));
    await userEvent.clear(field);
    await userEvent.type(field, '^(main|gc)$');
    expect(screen.getByTitle(/^2 boxes of 2 functions/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Next match' }));
    const current = document.getElementById(
      screen.getByRole(view === 'tree' ? 'treegrid' : 'grid').getAttribute('aria-activedescendant')!
    );
    expect(current).toHaveTextContent(view === 'tree' ? 'main' : 'gc');
    await userEvent.click(screen.getByRole('button', { name: 'Looks in names of functions' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Packages' }));
    expect(screen.getByRole('button', { name: 'Looks in packages' })).toBeInTheDocument();
  });

  test('work on the chosen function', () => {
    render(<Viewer initial={{ view: 'flamegraph', chosen: 'parse' }} />);
    press('h');
    expect(shown()).toBe(text(textProfile('main 90\ngc 10')));
  });

  test('work on the box that the keyboard has walked to, which is chosen with that', async () => {
    render(<Viewer initial={{ chosen: 'gc' }} />);
    await userEvent.click(screen.getByText('walk to the second box'));
    press('h');
    expect(shown()).toBe(text(textProfile('main 90\ngc 10')));
    expect(graph()).toHaveTextContent('chosen parse');
    // Elsewhere, what is chosen counts, and so it does once something else is.
    await userEvent.click(within(table()!).getByText('gc'));
    press('w', { shiftKey: true });
    expect(shown()).toBe(text(textProfile('main 90')));
  });

  test('what the viewer takes does not get to the page, what it does not know does', () => {
    const heard = jest.fn();
    document.addEventListener('keydown', heard);
    render(<Viewer initial={{ view: 'flamegraph' }} />);
    press('b');
    expect(heard).not.toHaveBeenCalled();
    press('e');
    expect(heard).toHaveBeenCalledTimes(1);
    document.removeEventListener('keydown', heard);
  });

  test('a text that is typed is no command', async () => {
    render(<Viewer initial={{ view: 'table' }} />);
    await userEvent.type(screen.getByRole('textbox', { name: 'Search functions' }), 'b1?');
    expect(table()).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});

test('details are open where the state says so, and closed by their key', async () => {
  render(<Viewer initial={{ chosen: 'parse', areDetailsOpen: true }} />);
  expect(await screen.findByRole('region', { name: 'Function details' })).toHaveTextContent('parse');
  press(',');
  expect(screen.queryByRole('region', { name: 'Function details' })).not.toBeInTheDocument();
});

test('a function is followed over time: its details open where that is, in view, and ask for it', async () => {
  const intoView = jest.fn();
  HTMLElement.prototype.scrollIntoView = function (this: HTMLElement) {
    intoView(this.textContent);
  };
  const functionSeries = jest.fn(() => new Promise<never>(() => undefined));
  const profile = () => new Promise<never>(() => undefined);
  const questions: ViewerQuestions = { source: { version: 1, profile, functionSeries }, question };
  render(<Viewer questions={questions} />);
  const follow = async () => {
    await userEvent.click(screen.getByText('menu of the second box'));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Follow over time' }));
  };
  await follow();
  expect(await screen.findByRole('button', { name: 'Over time' })).toHaveAttribute('aria-expanded', 'true');
  expect(functionSeries).toHaveBeenCalledWith(question, 'parse', 60, expect.anything());
  expect(intoView).toHaveBeenLastCalledWith(expect.stringContaining('Over time'));
  await follow();
  expect(intoView).toHaveBeenCalledTimes(2);
});

describe('what the backend cut', () => {
  const cut = {
    ...textProfile(`
      main      90
        parse   40
          other 30
      gc        10`),
    truncated: Uint32Array.of(3),
  };
  const finer = textProfile(`
    main     40
      parse  40
        read 20
        trim 10`);

  function backend() {
    const asked: Array<{
      question: ProfileQuestion;
      answer: (answer: ProfileAnswer) => Promise<void>;
      fail: () => Promise<void>;
    }> = [];
    const profile = (one: ProfileQuestion) =>
      new Promise<ProfileAnswer>((resolve, reject) => {
        asked.push({
          question: one,
          answer: (answer) => act(async () => resolve(answer)),
          fail: () => act(async () => reject(new Error('down'))),
        });
      });
    const questions: ViewerQuestions = { source: { version: 1, profile }, question };
    return { asked, questions };
  }

  test('is said, and asked for where it is opened', async () => {
    const { asked, questions } = backend();
    render(<Viewer tree={cut} questions={questions} initial={{ view: 'flamegraph' }} />);
    expect(screen.getByText('3 largest nodes; 30% merged into 1 box')).toBeInTheDocument();
    await userEvent.click(screen.getByText('open the cut box'));
    expect(asked.map((one) => one.question)).toEqual([{ ...question, callSite: ['main', 'parse'], maxNodes: 8192 }]);
    expect(screen.getByRole('status')).toHaveTextContent('Reading what is merged below parse');
    await asked[0].answer({ tree: finer });
    expect(shown()).toBe(
      text(
        textProfile(`
          main     90
            parse  40
              read 20
              trim 10
          gc       10`)
      )
    );
    expect(screen.queryByText(/largest nodes/)).not.toBeInTheDocument();
    expect(screen.getByText('5 nodes, nothing is merged')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Load more' })).not.toBeInTheDocument();
  });

  test('that was opened stays open when new data come for the same question, and closes for another', async () => {
    const { asked, questions } = backend();
    const viewer = (given: CallTree, about = questions) => (
      <Viewer tree={given} questions={about} initial={{ view: 'flamegraph' }} />
    );
    const { rerender } = render(viewer(cut));
    await userEvent.click(screen.getByText('open the cut box'));
    await asked[0].answer({ tree: finer });
    const open = shown();
    const later: ViewerQuestions = {
      ...questions,
      question: { ...question, from: epochMs(60_000), to: epochMs(120_000) },
    };
    rerender(viewer({ ...cut }, later));
    expect(shown()).toBe(open);
    expect(screen.getByRole('status')).toHaveTextContent('Reading again what is merged below parse');
    expect(asked.map((one) => one.question)[1]).toEqual({
      ...later.question,
      callSite: ['main', 'parse'],
      maxNodes: 8192,
    });
    await asked[1].answer({ tree: finer });
    expect(shown()).toBe(open);
    expect(screen.queryByText(/Reading/)).not.toBeInTheDocument();
    rerender(viewer({ ...cut }, { ...questions, question: { ...question, labelSelector: '{service_name="other"}' } }));
    expect(shown()).toBe(text(cut));
    expect(asked).toHaveLength(2);
  });

  test('has functions that commands and filters know, once it was read', async () => {
    const { asked, questions } = backend();
    render(<Viewer tree={cut} questions={questions} initial={{ view: 'flamegraph', chosen: 'trim' }} />);
    await userEvent.click(screen.getByText('open the cut box'));
    await asked[0].answer({ tree: finer });
    press('w', { shiftKey: true });
    expect(shown()).toBe('main 80\n  parse 30\n    read 20\ngc 10');
  });

  test('is asked for by zooming into a box above it', async () => {
    const { asked, questions } = backend();
    render(<Viewer tree={cut} questions={questions} initial={{ focus: ['main', 'parse'] }} />);
    await waitFor(() => expect(asked).toHaveLength(1));
    await asked[0].answer({ tree: finer });
    expect(shown()).toContain('trim');
  });

  test('is told and can be tried again where it could not be read', async () => {
    const { asked, questions } = backend();
    render(<Viewer tree={cut} questions={questions} initial={{ view: 'flamegraph' }} />);
    await userEvent.click(screen.getByText('open the cut box'));
    await asked[0].fail();
    expect(screen.getByRole('alert')).toHaveTextContent('down');
    expect(shown()).toBe(text(cut));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await asked[1].answer({ tree: finer });
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(shown()).toContain('trim');
  });

  test('is loaded for all of the profile, and again when new data come', async () => {
    const { asked, questions } = backend();
    const viewer = (given: CallTree) => <Viewer tree={given} questions={questions} initial={{ view: 'flamegraph' }} />;
    const { rerender } = render(viewer(cut));
    await userEvent.click(screen.getByRole('button', { name: 'Load more' }));
    expect(asked.map((one) => one.question)).toEqual([{ ...question, maxNodes: 131_072 }]);
    await asked[0].answer({ tree });
    expect(shown()).toBe(text(tree));
    rerender(viewer({ ...cut }));
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(asked[1].question).toEqual({ ...question, maxNodes: 131_072 });
    await asked[1].answer({ tree });
    expect(shown()).toBe(text(tree));
    expect(screen.queryByText(/Reading/)).not.toBeInTheDocument();
  });

  test('is asked for from the table, too, and bottom-up as one box', async () => {
    const { asked, questions } = backend();
    render(<Viewer tree={cut} questions={questions} />);
    await userEvent.click(within(table()!).getByText('other: what the backend cut'));
    expect(asked.map((one) => one.question)).toEqual([{ ...question, maxNodes: 131_072 }]);
    await asked[0].fail();
    press('b');
    await userEvent.click(screen.getByText('open the cut box'));
    expect(asked.map((one) => one.question)).toHaveLength(2);
  });

  test('is not what bottom-up leaves out of many callers, which are looked into here', async () => {
    const functions = Array.from({ length: 17_000 }, (_, at) => `  f${at} 1`);
    const wide = textProfile(['main 17000', ...functions].join('\n'));
    render(<Viewer tree={wide} initial={{ view: 'flamegraph', isInverted: true }} />);
    await waitFor(() => expect(shown()).toContain('cut'));
    await userEvent.click(screen.getByText('open the cut box'));
    await waitFor(() => expect(shown()).not.toContain('cut'));
    expect(shown()).toContain('f16999 1\n  main 1');
  });

  test('a comparison whose baseline is no question asks nobody', () => {
    const { asked, questions } = backend();
    const diff = { ...textProfile('main 9 -> 8\n  other 5 -> 4'), truncated: Uint32Array.of(2) };
    render(<Viewer tree={diff} questions={questions} initial={{ focus: ['main'] }} />);
    expect(asked).toHaveLength(0);
    expect(screen.queryByRole('button', { name: 'Load more' })).not.toBeInTheDocument();
  });
});
