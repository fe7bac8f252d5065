/** Right-hand sides G: those of He et al., CVPR 2019, Fig. 3, and one with channel attention. */
package io.butcherblock.examples.vectorfields;
