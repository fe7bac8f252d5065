/** Exact numbers, and schemes, derivatives and networks as data. */
package io.butcherblock.processor.model;
