/**
 * What happens to photographs before somebody enlarges them: JPEG compression, blur, noise, other
 * kernels of downscaling. Computed in integers or in a fixed order, so that the same seed gives the
 * same samples on every machine.
 */
package io.butcherblock.degrade;
