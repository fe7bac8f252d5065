package io.butcherblock.checkpoint;

import org.bytedeco.pytorch.global.torch.ScalarType;

/** The element types of tensors that are read and written, named as in a safetensors header. */
enum ElementType {
  /** IEEE 754 double precision. */
  F64(8, "Double"),
  /** Signed integer, two's complement, 64 bits. */
  I64(8, "Long"),
  /** IEEE 754 single precision. */
  F32(4, "Float"),
  /** IEEE 754 half precision. */
  F16(2, "Half"),
  /** bfloat16: the upper 16 bits of a float32. */
  BF16(2, "BFloat16");

  private final int bytes;
  private final String torchName;

  ElementType(int bytes, String torchName) {
    this.bytes = bytes;
    this.torchName = torchName;
  }

  /** The type's name in PyTorch's storages and scalar types: {@code Float}. */
  String torchName() {
    return torchName;
  }

  /** The size of one element in bytes. */
  public int bytes() {
    return bytes;
  }

  /** Not a field: naming the library's type loads it, and a header is read without. */
  ScalarType scalarType() {
    return switch (this) {
      case F64 -> ScalarType.Double;
      case I64 -> ScalarType.Long;
      case F32 -> ScalarType.Float;
      case F16 -> ScalarType.Half;
      case BF16 -> ScalarType.BFloat16;
    };
  }

  static ElementType of(ScalarType type) {
    // The library returns a new object each time; intern() gives the constant.
    ScalarType constant = type.intern();
    for (ElementType each : values()) {
      if (each.scalarType() == constant) {
        return each;
      }
    }
    throw new IllegalArgumentException("No tensors of type " + type + " are written.");
  }
}
