/** Exact numbers, and schemes, vector fields and networks as data. */
package io.butcherblock.processor.model;
