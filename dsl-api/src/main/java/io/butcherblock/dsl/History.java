package io.butcherblock.dsl;

/** What the blocks of a network of a linear multistep scheme know of the steps before them. */
public enum History {
  /**
   * Nothing: each block starts anew from its input y[0], by the starting procedure. The published
   * LF-blocks are such (He et al., CVPR 2019, Fig. 1(b)).
   */
  RESTARTED,
  /**
   * The earlier values y[n-1], ... and vector fields f[n-1], ... that the recurrence looks back to
   * pass from block to block. The whole network is one integration; the starting procedure stands
   * once, in its first blocks. The LM-architecture is such a network (Lu et al., ICML 2018).
   */
  CARRIED
}
