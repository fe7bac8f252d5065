/** Right-hand sides G (He et al., CVPR 2019, Fig. 3). */
package io.butcherblock.examples.derivatives;
