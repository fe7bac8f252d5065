/** Images made of nothing, to train and to show with where no photographs are at hand. */
package io.butcherblock.synthetic;
