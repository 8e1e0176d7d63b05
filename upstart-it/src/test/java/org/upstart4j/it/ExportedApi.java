package org.upstart4j.it;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What other programs may use of some classes, as text: one line for each class and each member.
 */
final class ExportedApi {

  private static final Set<Class<?>> USUAL = Set.of(Object.class, Record.class, Enum.class);

  /** What every class, record or enum has. */
  private static final Set<String> USUAL_METHODS =
      Set.of(
          "equals(Object)",
          "equals(@Nullable Object)",
          "hashCode()",
          "toString()",
          "values()",
          "valueOf(String)");

  private final Set<Class<?>> all;
  private final Set<Class<?>> classes;
  private final TypeNames names = new TypeNames();

  private ExportedApi(Collection<Class<?>> all) {
    this.all = Set.copyOf(all);
    this.classes = all.stream().filter(ExportedApi::canBeNamed).collect(Collectors.toSet());
  }

  /** Returns the text for those of the classes that other packages can name. */
  static String of(Collection<Class<?>> classes) {
    return new ExportedApi(classes).text();
  }

  private static boolean canBeNamed(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return isAccessible(type.getModifiers(), outer)
        && !type.isAnonymousClass()
        && (outer == null || canBeNamed(outer));
  }

  /** Whoever cannot extend the class cannot use what is protected. */
  private static boolean isAccessible(int modifiers, Class<?> owner) {
    return Modifier.isPublic(modifiers)
        || Modifier.isProtected(modifiers)
            && owner != null
            && !Modifier.isFinal(owner.getModifiers());
  }

  private String text() {
    List<String> lines = new ArrayList<>();
    String open = "";
    for (Class<?> type :
        classes.stream()
            .sorted(
                Comparator.<Class<?>, String>comparing(Class::getPackageName)
                    .thenComparing(Class::getName))
            .toList()) {
      if (!type.getPackageName().equals(open)) {
        open = type.getPackageName();
        lines.add("\npackage " + open);
      }
      lines.add("\n" + header(type));
      members(type).forEach(member -> lines.add("  " + member));
    }
    return names.imports(classes) + String.join("\n", lines) + "\n";
  }

  private String header(Class<?> type) {
    String header = modifiers(type) + kind(type) + " " + names.nested(type);
    header += names.parameters(type);
    String superclass = superclass(type).map(names::of).collect(Collectors.joining());
    String interfaces =
        interfaces(type).map(names::of).sorted().distinct().collect(Collectors.joining(", "));
    header += superclass.isEmpty() ? "" : " extends " + superclass;
    header += interfaces.isEmpty() ? "" : type.isInterface() ? " extends " : " implements ";
    return header + interfaces;
  }

  private Stream<AnnotatedType> superclass(Class<?> type) {
    Class<?> above = type.getSuperclass();
    if (above == null || USUAL.contains(above)) {
      return Stream.empty();
    }
    return isHidden(above) ? superclass(above) : Stream.of(type.getAnnotatedSuperclass());
  }

  private Stream<AnnotatedType> interfaces(Class<?> type) {
    Class<?> above = type.getSuperclass();
    return Stream.concat(
        above != null && isHidden(above) ? interfaces(above) : Stream.empty(),
        IntStream.range(0, type.getInterfaces().length)
            .boxed()
            .flatMap(
                i ->
                    isHidden(type.getInterfaces()[i])
                        ? interfaces(type.getInterfaces()[i])
                        : Stream.of(type.getAnnotatedInterfaces()[i])));
  }

  private static String modifiers(Class<?> type) {
    String text = type.isAnnotationPresent(Deprecated.class) ? "@Deprecated " : "";
    text += Modifier.isProtected(type.getModifiers()) ? "protected " : "";
    text += type.isSealed() ? "sealed " : "";
    if (type.isInterface() || type.isRecord() || type.isEnum()) {
      return text;
    }
    text += Modifier.isAbstract(type.getModifiers()) ? "abstract " : "";
    return text + (Modifier.isFinal(type.getModifiers()) ? "final " : "");
  }

  private static String kind(Class<?> type) {
    if (type.isAnnotation()) {
      return "@interface";
    } else if (type.isInterface()) {
      return "interface";
    } else if (type.isRecord()) {
      return "record";
    }
    return type.isEnum() ? "enum" : "class";
  }

  private List<String> members(Class<?> type) {
    return Stream.of(
            fields(type).map(this::field),
            Stream.of(type.getDeclaredConstructors())
                .filter(made -> isOpen(made, type))
                .map(this::constructor),
            methods(type)
                .filter(method -> isOpen(method, type))
                .filter(method -> !USUAL_METHODS.contains(method.getName() + call(method)))
                .map(this::method))
        .flatMap(lines -> lines.sorted().distinct())
        .toList();
  }

  private static Stream<Field> fields(Class<?> type) {
    return Stream.of(type.getDeclaredFields()).filter(field -> isOpen(field, type));
  }

  private static boolean isOpen(Member member, Class<?> owner) {
    return !member.isSynthetic() && isAccessible(member.getModifiers(), owner);
  }

  /** A class also has what it inherits from classes that nobody can name. */
  private Stream<Method> methods(Class<?> type) {
    Stream<Method> own = Stream.of(type.getDeclaredMethods());
    return Stream.concat(
        own,
        Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
            .filter(this::isHidden)
            .flatMap(this::methods));
  }

  private boolean isHidden(Class<?> type) {
    return all.contains(type) && !classes.contains(type);
  }

  private String field(Field field) {
    if (field.isEnumConstant()) {
      return access(field) + field.getName();
    }
    return access(field)
        + shared(field)
        + names.of(field.getAnnotatedType())
        + " "
        + field.getName();
  }

  private String constructor(Constructor<?> made) {
    return access(made) + names.nested(made.getDeclaringClass()) + call(made);
  }

  private String method(Method method) {
    String parameters = names.parameters(method);
    return access(method)
        + shared(method)
        + (parameters.isEmpty() ? "" : parameters + " ")
        + names.of(method.getAnnotatedReturnType())
        + " "
        + method.getName()
        + call(method);
  }

  private static String access(Member member) {
    String text = "";
    if (member instanceof Executable code && code.isAnnotationPresent(Deprecated.class)
        || member instanceof Field field && field.isAnnotationPresent(Deprecated.class)) {
      text = "@Deprecated ";
    }
    return text + (Modifier.isProtected(member.getModifiers()) ? "protected " : "");
  }

  private static String shared(Member member) {
    int modifiers = member.getModifiers();
    Class<?> owner = member.getDeclaringClass();
    if (Modifier.isStatic(modifiers)) {
      return "static ";
    } else if (owner.isInterface()) {
      return Modifier.isAbstract(modifiers) ? "" : "default ";
    } else if (Modifier.isAbstract(modifiers)) {
      return "abstract ";
    }
    boolean closed = Modifier.isFinal(modifiers) && !Modifier.isFinal(owner.getModifiers());
    return closed ? "final " : "";
  }

  private String call(Executable code) {
    String parameters =
        Arrays.stream(code.getAnnotatedParameterTypes())
            .map(names::of)
            .collect(Collectors.joining(", "));
    if (code.isVarArgs()) {
      parameters = parameters.substring(0, parameters.length() - "[]".length()) + "...";
    }
    String thrown =
        Arrays.stream(code.getAnnotatedExceptionTypes())
            .map(names::of)
            .sorted()
            .collect(Collectors.joining(", "));
    return "(" + parameters + ")" + (thrown.isEmpty() ? "" : " throws " + thrown);
  }
}
