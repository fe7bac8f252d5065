/**
 * The folder of a training run: its description, saved states with digests, logs; runs that can be
 * resumed.
 */
package io.butcherblock.run;
