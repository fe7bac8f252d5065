/** Schemes, as textbooks print them. */
package io.butcherblock.examples.schemes;
