package io.butcherblock.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class BrokenNameTest {

  @Test
  void namesAreBrokenWhereTheyMayBe() {
    assertEquals(List.of("leapfrog gv2"), BrokenName.lines("leapfrog gv2", 12));
    assertEquals(List.of("leapfrog ", "gv2 frozen"), BrokenName.lines("leapfrog gv2 frozen", 10));
    assertEquals(List.of("strong-", "stability-a"), BrokenName.lines("strong-stability-a", 11));
    assertEquals(List.of("unbreakable"), BrokenName.lines("unbreakable", 3));
    assertEquals(List.of(""), BrokenName.lines("", 3));
  }
}
