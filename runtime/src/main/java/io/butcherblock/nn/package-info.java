/**
 * Networks: ODE blocks that the compiler generates, vector fields, and the trunk of EDSR around
 * them.
 *
 * <p>Tensors of feature maps are float32 [N, C, H, W]. A method that returns a new tensor gives it
 * to its caller, who closes it.
 */
package io.butcherblock.nn;
