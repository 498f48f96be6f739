import { pixelColour } from './pixelColour';

test('a colour is written as the bytes red, green, blue and opaque', () => {
  const bytes = new Uint8Array(new Uint32Array([pixelColour('#12ab9f')]).buffer);
  expect([...bytes]).toEqual([0x12, 0xab, 0x9f, 0xff]);
});
