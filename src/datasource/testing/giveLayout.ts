/** Gives a test's page, which has no layout, what Grafana's Combobox needs of one to show its options. */
export function giveLayout(): void {
  for (const size of ['offsetHeight', 'offsetWidth', 'clientHeight', 'clientWidth'] as const) {
    Object.defineProperty(HTMLElement.prototype, size, { configurable: true, value: 400 });
  }
  const box = { x: 0, y: 0, top: 0, left: 0, right: 400, bottom: 400, width: 400, height: 400 };
  HTMLElement.prototype.getBoundingClientRect = () => ({ ...box, toJSON: () => box });
  const context = { measureText: (text: string) => ({ width: 8 * text.length }) };
  HTMLCanvasElement.prototype.getContext = (() => context) as unknown as HTMLCanvasElement['getContext'];
}
