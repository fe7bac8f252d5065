/**
 * Implicit schemes made explicit: Runge-Kutta methods by iteration of their stages, and multistep
 * methods by a predictor.
 */
package io.butcherblock.examples.implicit;
