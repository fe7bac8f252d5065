package io.butcherblock.examples.vectorfields;

import io.butcherblock.dsl.SplitVectorField;

/**
 * A right-hand side of two parts, as that of a convection-diffusion equation, the classical use of
 * splitting methods: f is {@link GAntisymmetric}, whose Jacobian has imaginary eigenvalues where
 * its ReLU is linear, and g is {@link GDiffusion}, whose Jacobian has none that is positive.
 */
@SplitVectorField(f = GAntisymmetric.class, g = GDiffusion.class)
public interface GConvectionDiffusion {}
