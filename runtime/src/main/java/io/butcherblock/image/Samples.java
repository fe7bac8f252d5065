package io.butcherblock.image;

import java.util.Arrays;

/** The samples of an image in main memory: unsigned integers of 8 or 16 bits, 0 to {@link #max}. */
abstract sealed class Samples {

  static Samples of(byte[] values) {
    return new Bytes(values);
  }

  static Samples of(short[] values) {
    return new Shorts(values);
  }

  /** So many samples of 8 or 16 bits, all 0. */
  static Samples zeros(int bits, int length) {
    return bits == 8 ? new Bytes(new byte[length]) : new Shorts(new short[length]);
  }

  /** Samples of the depth of these, all 0. */
  final Samples zeros(int length) {
    return zeros(bits(), length);
  }

  /** 8 or 16. */
  abstract int bits();

  /** The largest sample, which is white, or opaque: 255 or 65535. */
  abstract int max();

  abstract int length();

  abstract int get(int index);

  abstract void set(int index, int value);

  /** Copies some to samples of the same depth. */
  abstract void copy(int from, Samples to, int at, int count);

  /** Adds some, each times a weight, to sums of the same number. */
  abstract void addTimes(int from, double weight, double[] sums);

  abstract byte[] toBytes();

  abstract short[] toShorts();

  /** Sets one to a value of any size: rounded, halves up, and clipped. */
  final void setRounded(int index, double value) {
    set(index, Math.max(0, Math.min(max(), (int) Math.floor(value + 0.5))));
  }

  /** Sets one to a value where 255 is the largest: rounded, halves up, and clipped; NaN is 0. */
  final void setValue(int index, float value) {
    float scale = max() / 255f;
    set(index, value >= 0 ? Math.round(Math.min(value, 255) * scale) : 0);
  }

  /** One as a value where 255 is the largest. */
  final float value(int index) {
    return bits() == 8 ? get(index) : get(index) / 257f;
  }

  /** These themselves if they have that depth, else new ones. */
  final Samples toBits(int bits) {
    return bits == bits() ? this : bits == 8 ? of(toBytes()) : of(toShorts());
  }

  final Samples copy() {
    Samples copy = zeros(length());
    copy(0, copy, 0, length());
    return copy;
  }

  /** Those of a decoder or a caller, or made here and not yet full. */
  private static final class Bytes extends Samples {

    private final byte[] values;

    Bytes(byte[] values) {
      this.values = values;
    }

    @Override
    int bits() {
      return 8;
    }

    @Override
    int max() {
      return 255;
    }

    @Override
    int length() {
      return values.length;
    }

    @Override
    int get(int index) {
      return values[index] & 0xff;
    }

    @Override
    void set(int index, int value) {
      values[index] = (byte) value;
    }

    @Override
    void copy(int from, Samples to, int at, int count) {
      System.arraycopy(values, from, ((Bytes) to).values, at, count);
    }

    @Override
    void addTimes(int from, double weight, double[] sums) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += weight * (values[from + i] & 0xff);
      }
    }

    @Override
    byte[] toBytes() {
      return values;
    }

    @Override
    short[] toShorts() {
      short[] shorts = new short[values.length];
      for (int i = 0; i < shorts.length; i++) {
        shorts[i] = (short) ((values[i] & 0xff) * 257);
      }
      return shorts;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }
  }

  private static final class Shorts extends Samples {

    private final short[] values;

    Shorts(short[] values) {
      this.values = values;
    }

    @Override
    int bits() {
      return 16;
    }

    @Override
    int max() {
      return 65_535;
    }

    @Override
    int length() {
      return values.length;
    }

    @Override
    int get(int index) {
      return values[index] & 0xffff;
    }

    @Override
    void set(int index, int value) {
      values[index] = (short) value;
    }

    @Override
    void copy(int from, Samples to, int at, int count) {
      System.arraycopy(values, from, ((Shorts) to).values, at, count);
    }

    @Override
    void addTimes(int from, double weight, double[] sums) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += weight * (values[from + i] & 0xffff);
      }
    }

    @Override
    byte[] toBytes() {
      byte[] bytes = new byte[values.length];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (((values[i] & 0xffff) * 255 + 32_767) / 65_535);
      }
      return bytes;
    }

    @Override
    short[] toShorts() {
      return values;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Shorts that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }
  }
}
