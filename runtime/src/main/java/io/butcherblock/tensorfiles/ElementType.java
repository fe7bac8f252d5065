package io.butcherblock.tensorfiles;

import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * The element types of tensors that are read and written, named as in a safetensors header. Weights
 * are of floating-point numbers; the others are those of what stands beside them.
 */
public enum ElementType {
  /** Two numbers of double precision. */
  C128(16, "ComplexDouble", false),
  /** IEEE 754 double precision. */
  F64(8, "Double", true),
  /** Signed integer, two's complement, 64 bits. */
  I64(8, "Long", false),
  /** Two numbers of single precision. */
  C64(8, "ComplexFloat", false),
  /** IEEE 754 single precision. */
  F32(4, "Float", true),
  /** Signed integer, two's complement, 32 bits. */
  I32(4, "Int", false),
  /** IEEE 754 half precision. */
  F16(2, "Half", true),
  /** bfloat16: the upper 16 bits of a float32. */
  BF16(2, "BFloat16", true),
  /** Signed integer, two's complement, 16 bits. */
  I16(2, "Short", false),
  /** Signed integer, two's complement, 8 bits. */
  I8(1, "Char", false),
  /** Integer from 0 to 255. */
  U8(1, "Byte", false),
  /** 0 or 1. */
  BOOL(1, "Bool", false);

  private final int bytes;
  private final String torchName;
  private final boolean floating;

  ElementType(int bytes, String torchName, boolean floating) {
    this.bytes = bytes;
    this.torchName = torchName;
    this.floating = floating;
  }

  /** Whether weights can be of it: a real number with a fraction. */
  public boolean isFloating() {
    return floating;
  }

  /** The largest relative distance of two neighboring numbers; 0 where there are no fractions. */
  public double epsilon() {
    return switch (this) {
      case F64 -> Math.ulp(1.0);
      case F32 -> Math.ulp(1.0f);
      case F16 -> 0x1p-10;
      case BF16 -> 0x1p-7;
      default -> 0;
    };
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
      case C128 -> ScalarType.ComplexDouble;
      case F64 -> ScalarType.Double;
      case I64 -> ScalarType.Long;
      case C64 -> ScalarType.ComplexFloat;
      case F32 -> ScalarType.Float;
      case I32 -> ScalarType.Int;
      case F16 -> ScalarType.Half;
      case BF16 -> ScalarType.BFloat16;
      case I16 -> ScalarType.Short;
      case I8 -> ScalarType.Char;
      case U8 -> ScalarType.Byte;
      case BOOL -> ScalarType.Bool;
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
