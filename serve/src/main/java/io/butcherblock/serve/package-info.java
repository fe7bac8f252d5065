/**
 * A page, served to this machine alone, that enlarges photographs dropped on it: {@link
 * io.butcherblock.serve.UpscaleServer}.
 */
package io.butcherblock.serve;
