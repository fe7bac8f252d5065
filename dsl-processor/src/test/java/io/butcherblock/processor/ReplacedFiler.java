package io.butcherblock.processor;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;

/** A processing environment whose filer is another one. */
final class ReplacedFiler {

  private ReplacedFiler() {}

  /** What is done for each call of a filer. */
  @FunctionalInterface
  interface Call {
    Object of(Method method, Object[] arguments) throws ReflectiveOperationException;
  }

  static ProcessingEnvironment in(ProcessingEnvironment environment, Call call) {
    Filer filer =
        (Filer)
            Proxy.newProxyInstance(
                Filer.class.getClassLoader(),
                new Class<?>[] {Filer.class},
                (proxy, method, arguments) -> call.of(method, arguments));
    return (ProcessingEnvironment)
        Proxy.newProxyInstance(
            ProcessingEnvironment.class.getClassLoader(),
            new Class<?>[] {ProcessingEnvironment.class},
            (proxy, method, arguments) ->
                method.getName().equals("getFiler")
                    ? filer
                    : method.invoke(environment, arguments));
  }
}
