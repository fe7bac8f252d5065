/** Pages in HTML, and those on results of the library: an evaluation, a training run. */
package io.butcherblock.pages;
