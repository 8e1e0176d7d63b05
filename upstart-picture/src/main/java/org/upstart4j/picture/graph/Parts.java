package org.upstart4j.picture.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.upstart4j.event.EventAnd;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.event.Glob;
import org.upstart4j.picture.graph.JointNode.Operator;

/** Takes conditions apart: chains of one operator become one, and patterns the jobs they match. */
final class Parts {

  /** A pattern that matches more jobs is drawn as it stands. */
  private static final int MOST_JOBS = 8;

  private final Collection<String> jobs;
  private final Map<String, List<String>> matching = new HashMap<>();

  Parts(Collection<String> jobs) {
    this.jobs = jobs;
  }

  /** The parts of a condition. No recursion: a condition may be nested as deep as it likes. */
  Part of(EventExpression condition) {
    Deque<Part> open = new ArrayDeque<>();
    condition
        .childrenFirst()
        .forEach(
            next -> {
              if (next instanceof EventMatch match) {
                open.push(operand(match));
              } else {
                Part right = open.pop();
                open.push(joined(operator(next), open.pop(), right));
              }
            });
    return open.pop();
  }

  private static Operator operator(EventExpression expression) {
    return expression instanceof EventAnd ? Operator.AND : Operator.OR;
  }

  private static Part joined(Operator operator, Part left, Part right) {
    List<Part> parts = partsIf(operator, left);
    parts.addAll(partsIf(operator, right));
    return new Part.Joined(operator, parts);
  }

  /** The parts of what is joined by this operator, to be added to; of anything else itself. */
  private static List<Part> partsIf(Operator operator, Part part) {
    return part instanceof Part.Joined joined && joined.operator() == operator
        ? joined.parts()
        : new ArrayList<>(List.of(part));
  }

  private Part operand(EventMatch match) {
    return JobOperand.of(match)
        .map(operand -> operand(match, operand))
        .orElseGet(() -> new Part.OfEvent(match));
  }

  private Part operand(EventMatch match, JobOperand operand) {
    if (operand.isLiteral()) {
      return part(operand, operand.job());
    }
    List<String> found = matching(operand);
    if (found.isEmpty() || found.size() > MOST_JOBS) {
      return new Part.OfEvent(match);
    } else if (found.size() == 1) {
      return part(operand, found.get(0));
    }
    List<Part> parts = new ArrayList<>();
    found.forEach(job -> parts.add(part(operand, job)));
    return new Part.Joined(Operator.OR, parts);
  }

  private static Part part(JobOperand operand, String job) {
    return new Part.OfJob(job, operand.kind(), operand.text());
  }

  private List<String> matching(JobOperand operand) {
    if (operand.isVariable()) {
      return List.of();
    }
    return matching.computeIfAbsent(
        operand.job(),
        pattern -> jobs.stream().filter(name -> Glob.matches(pattern, name)).toList());
  }
}
