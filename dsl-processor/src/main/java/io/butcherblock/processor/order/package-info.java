/** The order of a scheme: rooted trees and their conditions, constants of the local error. */
package io.butcherblock.processor.order;
