/** The published results of He et al., CVPR 2019, with what this implementation has beside them. */
package io.butcherblock.paper;
