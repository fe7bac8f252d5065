/** The published results of He et al., CVPR 2019, compared with those of this implementation. */
package io.butcherblock.paper;
