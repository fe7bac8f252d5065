/** What a person looks at: tables, plots, pages and the training log. */
package io.butcherblock.report;
