/** Additive schemes for y' = f(y) + g(y): splitting methods, and the blocks of transformers. */
package io.butcherblock.examples.additive;
