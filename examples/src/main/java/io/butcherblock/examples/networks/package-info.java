/**
 * Published networks, one that the paper suggests, and others of about the size of OISR-LF-s, one
 * for each further kind of scheme.
 */
package io.butcherblock.examples.networks;
