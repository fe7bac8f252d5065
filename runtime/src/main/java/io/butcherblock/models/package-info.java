/** Trained weights that come with a library, on the class path, found by name. */
package io.butcherblock.models;
