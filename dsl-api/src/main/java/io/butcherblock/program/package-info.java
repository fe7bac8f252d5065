/**
 * What a block computes, as straight-line code over feature maps: the one form that the compiler,
 * the generated code, diagrams and exporters read.
 */
package io.butcherblock.program;
