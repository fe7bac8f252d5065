package io.butcherblock.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that the compiler registers for {@link java.util.ServiceLoader}. Generated classes
 * have it; on a vector field written by hand it replaces a line in {@code META-INF/services}.
 *
 * <p>It is kept in class files, so that a build which compiles only some of the sources still sees
 * what the others declare.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Registered {

  /** The service interface that the class provides. */
  Class<?> service();

  /** The name of the scheme, vector field or network in a {@link Catalogue}. */
  String name();

  /**
   * The canonical name of the annotated type from which it is generated; empty for a class that is
   * written by hand.
   */
  String declaredBy() default "";
}
