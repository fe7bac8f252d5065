package io.butcherblock.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Tensors of numbers in an ONNX model. */
final class OnnxTensor {

  private OnnxTensor() {}

  /** A tensor [1] of one whole number. */
  static TensorProto of(String name, long value) {
    return TensorProto.newBuilder()
        .setName(name)
        .setDataType(TensorProto.DataType.INT64_VALUE)
        .addDims(1)
        .addInt64Data(value)
        .build();
  }

  /** A float32 tensor; {@code values} in row-major order of {@code shape}. */
  static TensorProto of(String name, float[] values, long... shape) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(TensorProto.DataType.FLOAT_VALUE);
    for (long length : shape) {
      tensor.addDims(length);
    }
    // Nobody else has the buffer: it need not be copied.
    return tensor.setRawData(UnsafeByteOperations.unsafeWrap(bytes)).build();
  }
}
