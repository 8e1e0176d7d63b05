package org.upstart4j.it;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the circles of classes: those that reach each other by their dependencies, in any number of
 * steps. A class counts as one with all that are nested in it, and a sealed type as one with those
 * that it permits.
 */
final class ClassCircles {

  /** By the name of a permitted type, that of a type that permits it. */
  private final Map<String, String> sealed = new HashMap<>();

  private final Map<String, Set<String>> used = new TreeMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> lowest = new HashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final List<SortedSet<String>> circles = new ArrayList<>();

  private ClassCircles(JavaClasses classes) {
    classes.forEach(this::joinPermitted);
    Set<String> own = classes.stream().map(this::name).collect(Collectors.toSet());
    for (JavaClass each : classes) {
      Set<String> targets = used.computeIfAbsent(name(each), name -> new TreeSet<>());
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        String target = name(dependency.getTargetClass().getBaseComponentType());
        if (own.contains(target) && !target.equals(name(each))) {
          targets.add(target);
        }
      }
    }
  }

  /** Returns the circles, each as the sorted names of its classes. */
  static List<SortedSet<String>> of(JavaClasses classes) {
    ClassCircles found = new ClassCircles(classes);
    found.used.keySet().forEach(found::visit);
    return found.circles;
  }

  private void joinPermitted(JavaClass any) {
    Class<?>[] permitted = any.reflect().getPermittedSubclasses();
    if (permitted != null) {
      for (Class<?> each : permitted) {
        String one = family(outermost(each).getName());
        String other = name(any);
        if (!one.equals(other)) {
          sealed.put(one, other);
        }
      }
    }
  }

  private static Class<?> outermost(Class<?> any) {
    Class<?> enclosing = any.getEnclosingClass();
    return enclosing == null ? any : outermost(enclosing);
  }

  private String name(JavaClass any) {
    return any.getEnclosingClass().map(this::name).orElseGet(() -> family(any.getName()));
  }

  private String family(String name) {
    String head = sealed.get(name);
    return head == null ? name : family(head);
  }

  /** Tarjan's algorithm. */
  private void visit(String name) {
    if (numbers.containsKey(name)) {
      return;
    }
    int number = numbers.size();
    numbers.put(name, number);
    lowest.put(name, number);
    open.push(name);
    for (String target : used.getOrDefault(name, Set.of())) {
      visit(target);
      if (open.contains(target)) {
        lowest.merge(name, lowest.get(target), Math::min);
      }
    }
    if (lowest.get(name) == number) {
      close(name);
    }
  }

  private void close(String first) {
    SortedSet<String> circle = new TreeSet<>();
    String name = "";
    while (!name.equals(first)) {
      name = open.pop();
      circle.add(name);
    }
    if (circle.size() > 1) {
      circles.add(circle);
    }
  }
}
