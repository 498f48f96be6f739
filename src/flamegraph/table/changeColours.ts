/**
 * Orange for more and blue for less, which all kinds of colour blindness tell apart: behind numbers, and the numbers
 * themselves with a contrast of at least 4.5:1 on Grafana's backgrounds and on the bars.
 */
export const CHANGE_COLOURS = {
  dark: {
    more: 'rgba(255, 152, 48, 0.22)',
    less: 'rgba(87, 148, 242, 0.26)',
    moreText: '#ffb357',
    lessText: '#8ab8ff',
  },
  light: { more: 'rgba(250, 100, 0, 0.16)', less: 'rgba(31, 96, 196, 0.16)', moreText: '#9c3a00', lessText: '#1a4f9f' },
} as const;
