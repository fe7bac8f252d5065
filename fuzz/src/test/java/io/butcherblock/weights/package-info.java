/** What the targets need of the readers of weights that is no other package's business. */
package io.butcherblock.weights;
