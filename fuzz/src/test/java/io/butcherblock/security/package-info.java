/** What {@code SECURITY.md} promises of the code of all modules. */
package io.butcherblock.security;
