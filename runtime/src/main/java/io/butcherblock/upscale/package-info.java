/** Enlarges images of any size with a network, in bounded memory. */
package io.butcherblock.upscale;
