/** Pages on results of the library: an evaluation, a training run. */
package io.butcherblock.pages;
