package io.butcherblock.schemes;

import io.butcherblock.stability.Complex;

/**
 * Where points of the plane of h lambda lie in a picture: in a square, y downwards.
 *
 * @param left the left end of the square in the picture
 * @param top its upper end
 * @param side its side
 */
record PlaneFrame(double left, double top, double side, PlaneWindow window) {

  double x(Complex z) {
    return left + side * ((z.re() - window.middle()) / window.half() + 1) / 2;
  }

  double y(Complex z) {
    return top + side * (1 - z.im() / window.half()) / 2;
  }
}
