package io.butcherblock.nn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a generated class that is registered for {@link java.util.ServiceLoader}. Only generated
 * code has it.
 *
 * <p>It is kept in class files, so that a build which compiles some sources of many can still see
 * what the others declare.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Registered {

  /** The service that the class provides. */
  Class<?> service();

  /** Its name on the command line. */
  String name();

  /** The canonical name of the annotated type from which it is generated. */
  String declaredBy();
}
