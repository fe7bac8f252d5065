/**
 * Images and what is made of them: reading and writing, MATLAB's bicubic resize, data-set layouts,
 * training patches.
 *
 * <p>Imports no tensor library, so that it runs where the natives of one do not.
 */
package io.butcherblock.data;
