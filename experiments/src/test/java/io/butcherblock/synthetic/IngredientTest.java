package io.butcherblock.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.image.Image;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IngredientTest {

  private static final Set<Ingredient> ALL = EnumSet.allOf(Ingredient.class);

  @ParameterizedTest
  @EnumSource
  void eachChangesTheImages(Ingredient one) {
    Set<Ingredient> others = EnumSet.complementOf(EnumSet.of(one));
    List<Image> with = images(ALL);
    List<Image> without = images(others);
    long changed = IntStream.range(0, 8).filter(i -> !with.get(i).equals(without.get(i))).count();
    assertTrue(changed >= 3, one + ": " + changed);
    assertNotEquals(images(EnumSet.noneOf(Ingredient.class)), images(EnumSet.of(one)));
  }

  @Test
  void oneThreadDrawsWhatManyDraw() {
    assertEquals(
        IntStream.range(0, 8)
            .mapToObj(i -> SyntheticSet.training(3, i, i + 1, 48, ALL).get(0))
            .toList(),
        images(ALL));
  }

  private static List<Image> images(Set<Ingredient> with) {
    return SyntheticSet.training(3, 0, 8, 48, with);
  }
}
