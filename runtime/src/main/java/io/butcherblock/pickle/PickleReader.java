package io.butcherblock.pickle;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The virtual machine of pickle protocol 2, with the operations that state dicts use.
 *
 * <p>Nothing is executed: a pickle names functions, and {@link PickleTypes} has those that are
 * allowed. Objects become {@link OpaqueValue}s. Lists and tuples become {@link List}s, dicts {@link
 * Map}s, whole numbers {@link Long} or {@link BigInteger}, None {@code null}. A hostile pickle can
 * make such values contain themselves: who reads them must not walk them without a bound, and
 * nobody may ask for their hash or text.
 */
public final class PickleReader {

  /** Some 30,000 tensors; each operation makes a small object at most. */
  private static final int MAX_OPERATIONS = 1 << 20;

  private final PickleInput in;
  private final PickleTypes types;
  private final PickleStack stack = new PickleStack();
  private final Map<Long, Object> memo = new HashMap<>();

  private PickleReader(PickleInput in, PickleTypes types) {
    this.in = in;
    this.types = types;
  }

  /**
   * Reads the next pickle and stops behind it.
   *
   * @throws BadPickle if it is damaged, too large, or wants what is not allowed
   */
  public static Object read(PickleInput in, PickleTypes types) throws IOException, BadPickle {
    return new PickleReader(in, types).run();
  }

  private Object run() throws IOException, BadPickle {
    for (int i = 0; i < MAX_OPERATIONS; i++) {
      int code = in.unsignedByte();
      if (code == Opcode.STOP) {
        return stack.result();
      }
      execute(code);
    }
    throw new BadPickle("its list of tensors has more than " + MAX_OPERATIONS + " operations");
  }

  private void execute(int code) throws IOException, BadPickle {
    switch (code) {
      case Opcode.PROTO -> protocol(in.unsignedByte());
      case Opcode.MARK -> stack.mark();
      case Opcode.POP -> stack.popOrUnmark();
      case Opcode.POP_MARK -> stack.popToMark();
      case Opcode.NONE -> stack.push(null);
      case Opcode.NEWTRUE -> stack.push(true);
      case Opcode.NEWFALSE -> stack.push(false);
      case Opcode.BININT1 -> stack.push(in.unsigned(1));
      case Opcode.BININT2 -> stack.push(in.unsigned(2));
      case Opcode.BININT -> stack.push((long) (int) in.unsigned(4));
      case Opcode.LONG1 -> stack.push(number(in.bytes(in.unsigned(1))));
      case Opcode.LONG4 -> stack.push(number(in.bytes(in.unsigned(4))));
      case Opcode.BINFLOAT -> stack.push(in.float64());
      case Opcode.BINUNICODE, Opcode.BINSTRING -> stack.push(in.text(in.unsigned(4)));
      case Opcode.SHORT_BINSTRING -> stack.push(in.text(in.unsigned(1)));
      case Opcode.EMPTY_TUPLE, Opcode.EMPTY_LIST -> stack.push(new ArrayList<>());
      case Opcode.EMPTY_DICT -> stack.push(new LinkedHashMap<>());
      case Opcode.TUPLE -> stack.push(stack.popToMark());
      case Opcode.TUPLE1 -> stack.push(stack.pop(1));
      case Opcode.TUPLE2 -> stack.push(stack.pop(2));
      case Opcode.TUPLE3 -> stack.push(stack.pop(3));
      case Opcode.APPEND -> append(stack.pop(1));
      case Opcode.APPENDS -> append(stack.popToMark());
      case Opcode.SETITEM -> putAll(stack.pop(2));
      case Opcode.SETITEMS -> putAll(stack.popToMark());
      case Opcode.BINPUT -> memo.put(in.unsigned(1), stack.top());
      case Opcode.LONG_BINPUT -> memo.put(in.unsigned(4), stack.top());
      case Opcode.BINGET -> stack.push(remembered(in.unsigned(1)));
      case Opcode.LONG_BINGET -> stack.push(remembered(in.unsigned(4)));
      case Opcode.GLOBAL -> stack.push(types.global(in.line(), in.line()));
      case Opcode.BINPERSID -> stack.push(types.persistent(stack.pop()));
      case Opcode.REDUCE, Opcode.NEWOBJ -> reduce();
      case Opcode.BUILD -> build();
      default ->
          throw new BadPickle(
              String.format(
                  Locale.ROOT,
                  "it uses the pickle operation 0x%02x, which state dicts do not use; it is"
                      + " damaged, or no file of torch.save",
                  code));
    }
  }

  private static void protocol(int version) throws BadPickle {
    if (version != Opcode.PROTOCOL) {
      throw new BadPickle(
          "it is a pickle of protocol "
              + version
              + "; save it with torch.save and its default pickle_protocol, which is "
              + Opcode.PROTOCOL);
    }
  }

  /** Little-endian two's complement of any length; no bytes are 0. */
  private static Object number(byte... littleEndian) {
    byte[] bigEndian = new byte[littleEndian.length + 1];
    for (int i = 0; i < littleEndian.length; i++) {
      bigEndian[littleEndian.length - i] = littleEndian[i];
    }
    boolean negative = littleEndian.length > 0 && bigEndian[1] < 0;
    bigEndian[0] = (byte) (negative ? -1 : 0);
    BigInteger number = new BigInteger(bigEndian);
    return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
  }

  private void append(List<Object> items) throws BadPickle {
    if (stack.top() != OpaqueValue.INSTANCE) {
      stack.topList().addAll(items);
    }
  }

  private void putAll(List<Object> keysAndValues) throws BadPickle {
    if (stack.top() != OpaqueValue.INSTANCE) {
      putAll(keysAndValues, stack.topMap());
    }
  }

  static void putAll(List<?> keysAndValues, Map<Object, Object> into) throws BadPickle {
    if (keysAndValues.size() % 2 != 0) {
      throw PickleStack.damaged();
    }
    for (int i = 0; i < keysAndValues.size(); i += 2) {
      Object key = keysAndValues.get(i);
      // No others name tensors, and the hash of a list that contains itself would not end.
      if (key instanceof String || key instanceof Long || key instanceof Boolean) {
        into.put(key, keysAndValues.get(i + 1));
      }
    }
  }

  private Object remembered(long index) throws BadPickle {
    if (!memo.containsKey(index)) {
      throw PickleStack.damaged();
    }
    return memo.get(index);
  }

  private void reduce() throws BadPickle {
    List<Object> arguments = stack.popList();
    if (!(stack.pop() instanceof PickleTypes.Function function)) {
      throw new BadPickle("it calls what is no function");
    }
    stack.push(function.call(arguments));
  }

  /** Attributes, such as the versions of the modules in an OrderedDict, are left out. */
  private void build() throws BadPickle {
    Object state = stack.pop();
    if (stack.top() != OpaqueValue.INSTANCE) {
      stack.topMap();
      if (!(state instanceof Map)) {
        throw PickleStack.damaged();
      }
    }
  }
}
