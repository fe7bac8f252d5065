package io.butcherblock.pickle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes pickles of protocol 2, operation by operation. */
public final class PickleWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Begins a pickle. */
  public PickleWriter() {
    op(Opcode.PROTO).op(Opcode.PROTOCOL);
  }

  private PickleWriter op(int code) {
    out.write(code);
    return this;
  }

  private PickleWriter fixed(int code, int bytes, long value) {
    op(code);
    ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.write(buffer.putLong(0, value).array(), 0, bytes);
    return this;
  }

  /** Pushes a function or type. */
  public PickleWriter global(String module, String name) {
    op(Opcode.GLOBAL);
    out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  /** Pushes a text. */
  public PickleWriter text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    fixed(Opcode.BINUNICODE, Integer.BYTES, utf8.length);
    out.writeBytes(utf8);
    return this;
  }

  /** Pushes a whole number. */
  public PickleWriter number(long value) {
    if (value != (int) value) {
      return op(Opcode.LONG1).fixed(Long.BYTES, Long.BYTES, value);
    }
    return fixed(Opcode.BININT, Integer.BYTES, value);
  }

  /** Pushes False. */
  public PickleWriter no() {
    return op(Opcode.NEWFALSE);
  }

  /** Begins a tuple, or the items of a dict. */
  public PickleWriter begin() {
    return op(Opcode.MARK);
  }

  /** Makes a tuple of what was pushed since {@link #begin}. */
  public PickleWriter tuple() {
    return op(Opcode.TUPLE);
  }

  /** Pushes a tuple of whole numbers. */
  public PickleWriter tuple(List<Long> numbers) {
    begin();
    numbers.forEach(this::number);
    return tuple();
  }

  /** Calls the function that was pushed before the tuple of its arguments. */
  public PickleWriter call() {
    return op(Opcode.REDUCE);
  }

  /** Replaces an identifier by the object that it stands for. */
  public PickleWriter persistent() {
    return op(Opcode.BINPERSID);
  }

  /** Pushes an empty {@code collections.OrderedDict}. */
  public PickleWriter orderedDict() {
    return global("collections", "OrderedDict").op(Opcode.EMPTY_TUPLE).call();
  }

  /** Puts the keys and values since {@link #begin} into the dict before. */
  public PickleWriter putAll() {
    return op(Opcode.SETITEMS);
  }

  /** Ends the pickle. */
  public byte[] toBytes() {
    op(Opcode.STOP);
    return out.toByteArray();
  }
}
