package io.butcherblock.pickle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pickles are written as Latin-1 text, since most operations are letters. */
class PickleReaderTest {

  /** Knows one function, and objects by any identifier; of one file, as all of its limits are. */
  private static final class Types implements PickleTypes {

    private final OrderedDict orderedDict = new OrderedDict();

    @Override
    public Object global(String module, String name) throws BadPickle {
      if (!name.equals("OrderedDict")) {
        throw new BadPickle("no " + module + "." + name);
      }
      return orderedDict;
    }

    @Override
    public Object persistent(Object id) {
      return "object " + id;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // The text of a Java value | what Python's pickle.dumps(value, 2) gives, without "\x80\2"
        "null | N.",
        "[true, false] | ]q\\0(\\x88\\x89e.",
        "[7, 300, -70000, 1099511627776] |"
            + " ]q\\0(K\\x07M,\\x01J\\x90\\xee\\xfe\\xff\\x8a\\x06\\0\\0\\0\\0\\0\\x01e.",
        "[0, -1, 128] | ](\\x8a\\0\\x8a\\x01\\xff\\x8a\\x02\\x80\\0e.",
        "-1.5 | G\\xbf\\xf8\\0\\0\\0\\0\\0\\0.",
        "[a, a, [a]] | (X\\x01\\0\\0\\0aq\\0h\\0h\\0\\x85q\\x01tq\\x02.",
        "[a, b, ü] | U\\x01aT\\x01\\0\\0\\0bX\\x02\\0\\0\\0\\xc3\\xbc\\x87.",
        "{a=1, 2=[]} | }q\\0(X\\x01\\0\\0\\0aq\\x01K\\x01K\\x02]q\\x02u.",
        "{a=1} | }X\\x01\\0\\0\\0aK\\x01s.",
        "[1] | ]K\\x01a.",
        "[[], []] | )q\\0r\\0\\0\\0\\x01j\\0\\0\\0\\x01\\x86.",
        "{} | ccollections\\nOrderedDict\\n)R}X\\x01\\0\\0\\0vK\\x01sb.",
        "{k=1, l=2} | ccollections\\nOrderedDict\\n](](U\\x01kK\\x01e](U\\x01lK\\x02ee\\x85R.",
        "object [a] | U\\x01a\\x85Q."
      })
  void valuesAreThoseOfPython(String expected, String pickle) throws IOException, BadPickle {
    assertEquals(expected, String.valueOf(read(latin1("\\x80\\2" + pickle))));
  }

  @Test
  void longNumbersKeepAllDigits() throws IOException, BadPickle {
    assertEquals(
        new BigInteger("2").pow(63), read(latin1("\\x8a\\x09\\0\\0\\0\\0\\0\\0\\0\\x80\\0.")));
    assertEquals(Long.MIN_VALUE, read(latin1("\\x8a\\x08\\0\\0\\0\\0\\0\\0\\0\\x80.")));
  }

  @Test
  void aRememberedObjectIsTheSameObject() throws IOException, BadPickle {
    List<?> pair = (List<?>) read(latin1("]q\\x05h\\x05\\x86."));
    assertSame(pair.get(0), pair.get(1));
  }

  @Test
  void picklesFollowEachOtherAndTellWhereTheyEnd() throws IOException, BadPickle {
    PickleInput in = new PickleInput(new ByteArrayInputStream(latin1("K\\x01.K\\x02.rest")));
    PickleTypes types = new Types();
    assertEquals(1L, PickleReader.read(in, types));
    assertEquals(2L, PickleReader.read(in, types));
    assertEquals(6, in.position());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "cos\\nsystem\\n(U\\x02ls\\x85R. | no os.system",
        "cposix\\nsystem\\n. | no posix.system",
        "\\x80\\x04. | protocol 4",
        "\\x80\\x05\\x95. | protocol 5",
        "ios\\nsystem\\n. | 0x69",
        "\\x8c\\x02os\\x93. | 0x8c",
        "K\\x01K\\x02\\x81. | damaged",
        "\\x82\\x01. | 0x82",
        "K\\x01)R. | no function",
        "K\\x01K\\x02R. | damaged",
        "h\\0. | damaged",
        "j\\xff\\xff\\xff\\xff. | damaged",
        ". | damaged",
        "K\\x01K\\x02. | damaged",
        "(K\\x01. | damaged",
        "t. | damaged",
        "K\\x01(\\x85t. | damaged",
        "K\\x01K\\x02a. | damaged",
        "](K\\x01u. | damaged",
        "}(K\\x01u. | damaged",
        "K\\x01}b. | damaged",
        "}K\\x01b. | damaged",
        "ccollections\\nOrderedDict\\nK\\x01\\x85R. | damaged",
        "ccollections\\nOrderedDict\\n]K\\x01a\\x85R. | damaged",
        "ccollections\\nOrderedDict\\n)) \\x86R. | 0x20",
        "X\\xff\\xff\\xff\\x7f | ends too early",
        "X\\xff\\xff\\xff\\xff | ends too early",
        "T\\0\\0\\x01\\x01 | ends too early",
        "X\\x05\\0\\0\\0ab | ends too early",
        "\\x8a\\xff | ends too early",
        "cos | ends too early",
        "`` | ends too early"
      })
  void everythingElseIsRefused(String pickle, String why) {
    assertRefused(latin1(pickle.equals("``") ? "" : pickle), why);
  }

  @Test
  void nestingIsBounded() {
    assertRefused(latin1("(".repeat(1 << 20)), "nested too deeply");
    assertRefused(latin1("]".repeat(1 << 20)), "nested too deeply");
  }

  @Test
  void deepNestingBelowTheBoundIsReadAndNeedsNoStack() throws IOException, BadPickle {
    Object value = read(latin1("]" + "\\x85".repeat(500_000) + "."));
    assertEquals(1, ((List<?>) value).size());
  }

  @Test
  void listsThatContainThemselvesAreRead() throws IOException, BadPickle {
    List<?> list = (List<?>) read(latin1("]q\\0h\\0a."));
    assertSame(list, list.get(0));
  }

  /** Ten references to ten references to ...: 10^100 objects, were they ever walked. */
  @Test
  void memoBombsStaySmall() {
    StringBuilder bomb = new StringBuilder("]q\\0");
    for (int i = 1; i <= 100; i++) {
      String before = "h\\x%02x".formatted(i - 1);
      bomb.append("(").append(before.repeat(10)).append("tq\\x%02x".formatted(i));
    }
    byte[] pickle = latin1("N" + bomb + "\\x87" + ".");
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertRefused(pickle, "damaged"));
  }

  /** One list of many pairs, given to OrderedDict again and again. */
  @Test
  void dictsOfOneListAreBounded() {
    String pairs = "]q\\0(" + "U\\x01kK\\x01\\x86".repeat(20_000) + "e";
    String dicts = "ccollections\\nOrderedDict\\nh\\0\\x85R".repeat(10_000);
    assertRefused(latin1(pairs + dicts), "entries");
  }

  @Test
  void operationsAndBytesAreBounded() {
    assertRefused(latin1("N" + "q\\0".repeat(1 << 20)), "operations");
    byte[] texts = latin1("]" + ("U\\xff" + "x".repeat(255) + "a").repeat(140_000));
    assertTrue(texts.length > PickleInput.MAX_BYTES);
    assertRefused(texts, "longer than 32 MiB");
    assertRefused(latin1("c" + "x".repeat(300) + "\\ny\\n."), "256 letters");
  }

  @Test
  void theWriterIsReadBack() throws IOException, BadPickle {
    byte[] pickle =
        new PickleWriter()
            .orderedDict()
            .begin()
            .text("shape")
            .tuple(List.of(0L, 300L, -1L, 1L << 40))
            .text("ü")
            .no()
            .putAll()
            .toBytes();
    Map<?, ?> dict = (Map<?, ?>) read(pickle);
    assertEquals("{shape=[0, 300, -1, 1099511627776], ü=false}", dict.toString());
    for (int length = 0; length < pickle.length; length++) {
      assertRefused(Arrays.copyOf(pickle, length), "ends too early");
    }
  }

  private static Object read(byte... pickle) throws IOException, BadPickle {
    return PickleReader.read(new PickleInput(new ByteArrayInputStream(pickle)), new Types());
  }

  private static void assertRefused(byte[] pickle, String why) {
    BadPickle bad = assertThrows(BadPickle.class, () -> read(pickle));
    assertTrue(bad.getMessage().contains(why), bad.getMessage());
  }

  /** Python's escapes: {@code \x41}, {@code \0}, {@code \2}, {@code \n}. */
  private static byte[] latin1(String escaped) {
    String text =
        Pattern.compile("\\\\(x[0-9a-f]{2}|[0-7]|n)")
            .matcher(escaped)
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(
                        String.valueOf(
                            (char)
                                (match.group(1).equals("n")
                                    ? '\n'
                                    : Integer.parseInt(match.group(1).replace("x", ""), 16)))));
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
