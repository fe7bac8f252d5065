/** What to do about a claim that fails: the number whose correction makes it hold, for example. */
package io.butcherblock.processor.fixit;
