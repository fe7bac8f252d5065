package io.butcherblock.synthetic;

/** The outline of a leaf around the origin, as a distance. */
interface LeafShape {

  /** How far (u, v) lies outside, in pixels; negative inside. Near the outline it is exact. */
  double distance(double u, double v);

  /** No part of it has |u| above this. */
  double halfLength();

  /** No part of it has |v| above this. */
  double halfWidth();
}
