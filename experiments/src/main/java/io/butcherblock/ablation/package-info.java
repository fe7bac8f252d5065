/**
 * Schemes and vector fields against each other at equal compute, with several seeds, and which of
 * their differences are more than noise.
 */
package io.butcherblock.ablation;
