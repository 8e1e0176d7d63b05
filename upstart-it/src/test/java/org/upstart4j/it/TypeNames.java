package org.upstart4j.it;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Types as a reader of Java knows them: by their short names, which imports make clear. */
final class TypeNames {

  private final Map<String, Class<?>> imported = new HashMap<>();

  /** Returns a line for each class that was named, but those of {@code java.lang} and the known. */
  String imports(Set<Class<?>> known) {
    return imported.values().stream()
        .filter(type -> !known.contains(type) && !type.isPrimitive())
        .filter(type -> !type.getPackageName().equals("java.lang"))
        .map(type -> "import " + type.getCanonicalName() + "\n")
        .sorted()
        .collect(Collectors.joining());
  }

  /** Returns the name without the package: {@code Outer.Inner}. */
  String nested(Class<?> type) {
    String name = type.getCanonicalName();
    String ofPackage = type.getPackageName();
    return name.startsWith(ofPackage + ".") ? name.substring(ofPackage.length() + 1) : name;
  }

  /** Returns the type parameters, or nothing. */
  String parameters(GenericDeclaration declared) {
    if (declared.getTypeParameters().length == 0) {
      return "";
    }
    return Stream.of(declared.getTypeParameters())
        .map(parameter -> parameter.getName() + bounds(" extends ", parameter.getAnnotatedBounds()))
        .collect(Collectors.joining(", ", "<", ">"));
  }

  /** Returns a type, with whether it may be null. */
  String of(AnnotatedType annotated) {
    Type type = annotated.getType();
    String nullness =
        Stream.of(annotated.getAnnotations())
            .map(Annotation::annotationType)
            .map(annotation -> "@" + annotation.getSimpleName() + " ")
            .collect(Collectors.joining());
    if (annotated instanceof AnnotatedArrayType array) {
      return of(array.getAnnotatedGenericComponentType())
          + (nullness.isEmpty() ? "" : " " + nullness)
          + "[]";
    }
    return nullness + plain(annotated, type);
  }

  private String plain(AnnotatedType annotated, Type type) {
    if (annotated instanceof AnnotatedParameterizedType generic) {
      return name((Class<?>) ((ParameterizedType) type).getRawType())
          + Arrays.stream(generic.getAnnotatedActualTypeArguments())
              .map(this::of)
              .collect(Collectors.joining(", ", "<", ">"));
    } else if (annotated instanceof AnnotatedWildcardType wildcard) {
      return "?"
          + bounds(" super ", wildcard.getAnnotatedLowerBounds())
          + (((WildcardType) type).getLowerBounds().length == 0
              ? bounds(" extends ", wildcard.getAnnotatedUpperBounds())
              : "");
    } else if (type instanceof TypeVariable<?> variable) {
      return variable.getName();
    }
    return name((Class<?>) type);
  }

  private String bounds(String word, AnnotatedType... bounds) {
    String text = Stream.of(bounds).map(this::of).collect(Collectors.joining(" & "));
    return text.isEmpty() || text.equals("Object") ? "" : word + text;
  }

  /** Two classes of the same short name are told apart by their packages. */
  private String name(Class<?> type) {
    String name = nested(type);
    return imported.computeIfAbsent(name, unknown -> type) == type ? name : type.getCanonicalName();
  }
}
