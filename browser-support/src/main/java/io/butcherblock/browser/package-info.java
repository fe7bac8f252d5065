/** For tests of pages: a browser, and what an accessibility checker finds in it. */
package io.butcherblock.browser;
