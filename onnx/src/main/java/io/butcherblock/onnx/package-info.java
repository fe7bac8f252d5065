/** Networks as ONNX models, written from their graphs. */
package io.butcherblock.onnx;
