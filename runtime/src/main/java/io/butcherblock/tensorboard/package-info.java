/**
 * Event files as TensorBoard reads them: records of TFRecord, each a protocol buffer {@code Event}.
 */
package io.butcherblock.tensorboard;
