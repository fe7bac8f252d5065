package io.butcherblock.checkpoint;

import org.bytedeco.pytorch.global.torch.ScalarType;

/** The element types of a safetensors file that are read and written, by their names there. */
public enum ElementType {
  /** IEEE 754 double precision. */
  F64(8),
  /** Two's complement, 64 bits. */
  I64(8),
  /** IEEE 754 single precision. */
  F32(4),
  /** IEEE 754 half precision. */
  F16(2),
  /** The upper half of an {@link #F32}. */
  BF16(2);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
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
