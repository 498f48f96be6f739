import { AXIS, type PlotFrame } from '../layout/plotFrame';
import type { Painting } from './canvasSceneRenderer';
import { axisFont } from './measureAxisText';

/** Grid lines of one device pixel, on whole device pixels, or they would blur over two; and the labels of both axes. */
export function paintAxes({ context, theme, ratio }: Painting, { plot, timeTicks, valueTicks }: PlotFrame) {
  const { left, top, width, height } = plot;
  const sharp = (at: number) => (Math.round(at * ratio) + 0.5) / ratio;
  context.strokeStyle = theme.grid;
  context.lineWidth = 1 / ratio;
  context.beginPath();
  for (const { at, label } of timeTicks) {
    context.moveTo(sharp(at), top);
    context.lineTo(sharp(at), top + height + (label === '' ? 0 : AXIS.tickLength));
  }
  for (const { at, label } of valueTicks) {
    context.moveTo(left - (label === '' ? 0 : AXIS.tickLength), sharp(at));
    context.lineTo(left + width, sharp(at));
  }
  context.stroke();

  const space = AXIS.tickLength + AXIS.labelGap;
  context.fillStyle = theme.text;
  context.font = axisFont(theme.fontFamily);
  context.textAlign = 'center';
  context.textBaseline = 'top';
  for (const { at, label } of timeTicks) {
    context.fillText(label, at, top + height + space);
  }
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const { at, label } of valueTicks) {
    context.fillText(label, left - space, at, left - space);
  }
}
