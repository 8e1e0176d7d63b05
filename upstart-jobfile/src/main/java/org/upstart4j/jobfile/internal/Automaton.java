package org.upstart4j.jobfile.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.LexerATNSimulator;
import org.antlr.v4.runtime.atn.LexerAction;
import org.antlr.v4.runtime.atn.LexerChannelAction;
import org.antlr.v4.runtime.atn.LexerModeAction;
import org.antlr.v4.runtime.atn.LexerPopModeAction;
import org.antlr.v4.runtime.atn.LexerPushModeAction;
import org.antlr.v4.runtime.atn.LexerTypeAction;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.dfa.DFA;
import org.antlr.v4.runtime.dfa.DFAState;
import org.antlr.v4.runtime.misc.IntegerStack;

/**
 * The automaton of the generated lexer, with its steps in one array of numbers instead of objects:
 * a row for each state, and in it a column for each byte. ANTLR works a step out when a file first
 * takes it; from then on it is looked up.
 *
 * <p>All threads share the array, and read it without a lock. They may, because one number holds
 * all that there is to know about a step: a thread sees the whole step, or that it is unknown.
 */
final class Automaton extends LexerATNSimulator {

  /** The step over a byte that fits no rule. */
  static final int NONE = -1;

  private static final int UNKNOWN = 0;

  private static final int COLUMN_BITS = 8;

  /** What ANTLR takes all bytes from 0x80 on for, as no rule tells them apart. */
  private static final int HIGH_BYTE = 0x7f;

  // A step, from its lowest bits on: the index in the array where the row of the state begins that
  // it leads to; and if a token may end there, the token's kind, and what happens to the mode.
  private static final int ROW = (1 << 19) - 1;
  private static final int KIND_SHIFT = 19;
  private static final int KIND = (1 << 5) - 1;
  private static final int MODE_SHIFT = KIND_SHIFT + 5;
  private static final int MODE = (1 << 4) - 1;
  private static final int PUSHES = 1 << 28;
  private static final int POPS = 1 << 29;
  private static final int ENDS_TOKEN = 1 << 30;

  private static final CharStream NO_INPUT = CharStreams.fromString("");

  private static final byte[] KINDS = kinds();

  private static final Automaton SHARED = new Automaton(JobFileLexer._ATN);

  /** ANTLR's states, in the order of their numbers. Those that the modes start in come first. */
  private final List<DFAState> states = new ArrayList<>();

  /** If it is full, a longer copy replaces it; steps to new rows are in the copy only. */
  private volatile int[] steps = new int[64 << COLUMN_BITS];

  Automaton(ATN atn) {
    super(atn, new DFA[] {new DFA(atn.getDecisionState(0))}, new PredictionContextCache());
    for (ATNState start : atn.modeToStartState) {
      step(addDFAState(computeStartState(NO_INPUT, start)));
    }
  }

  static Automaton shared() {
    return SHARED;
  }

  /** The step into the state that a mode starts in. */
  static int start(int mode) {
    return row(mode);
  }

  /** The step over a byte, after another step; or {@link #NONE}. */
  int next(int step, byte b) {
    int next = steps[(step & ROW) | (b & 0xff)];
    return next == UNKNOWN ? compute(step & ROW, b) : next;
  }

  /**
   * Repeats a step for as long as the bytes lead to it again, and returns where that ends. Most
   * bytes do, as those of a comment, and this is the fast way over them: as the row stays the same,
   * no look into the array has to wait for what the last one found.
   */
  int repeat(int step, byte[] source, int from, int to) {
    int[] known = steps;
    int row = step & ROW;
    int at = from;
    while (at < to && known[row | (source[at] & 0xff)] == step) {
      at++;
    }
    return at;
  }

  /** Says whether a token may end after a step. */
  static boolean endsToken(int step) {
    return (step & ENDS_TOKEN) != 0;
  }

  /** The {@link Kind#code()} of the token that ends after a step. */
  static byte kind(int step) {
    return (byte) ((step >> KIND_SHIFT) & KIND);
  }

  /** The mode after the token that ends after a step; modes that are come back to are outer. */
  static int mode(int step, int mode, IntegerStack outer) {
    if ((step & POPS) != 0) {
      return outer.pop();
    }
    if ((step & PUSHES) != 0) {
      outer.push(mode);
    }
    int next = (step >> MODE_SHIFT) & MODE;
    return next == 0 ? mode : next - 1;
  }

  private static int row(int state) {
    return (state + 1) << COLUMN_BITS; // no step is 0, which is for the unknown ones
  }

  private synchronized int compute(int row, byte b) {
    DFAState from = states.get((row >> COLUMN_BITS) - 1);
    DFAState to = computeTargetState(NO_INPUT, from, b < 0 ? HIGH_BYTE : b);
    int step = to.equals(ERROR) ? NONE : step(to);
    steps[row | (b & 0xff)] = step;
    return step;
  }

  private int step(DFAState to) {
    int row = row(to.stateNumber);
    if (to.stateNumber == states.size()) {
      states.add(to);
      if (row == steps.length) {
        steps = Arrays.copyOf(steps, 2 * row);
      }
    }
    return to.isAcceptState ? row | ENDS_TOKEN | token(to) : row;
  }

  private static int token(DFAState end) {
    int type = end.prediction;
    int mode = 0;
    for (LexerAction action : commands(end)) {
      if (action instanceof LexerTypeAction named) {
        type = named.getType();
      } else if (action instanceof LexerModeAction go) {
        mode = mode(go.getMode());
      } else if (action instanceof LexerPushModeAction push) {
        mode = PUSHES | mode(push.getMode());
      } else if (action instanceof LexerPopModeAction) {
        mode = POPS;
      } else if (!(action instanceof LexerChannelAction)) { // the kind says what is trivia
        throw new IllegalStateException("No way to do this at the end of a token: " + action);
      }
    }
    return KINDS[type] << KIND_SHIFT | mode;
  }

  private static int mode(int mode) {
    return (mode + 1) << MODE_SHIFT;
  }

  private static LexerAction[] commands(DFAState end) {
    return end.lexerActionExecutor == null
        ? new LexerAction[0]
        : end.lexerActionExecutor.getLexerActions();
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[JobFileLexer.VOCABULARY.getMaxTokenType() + 1];
    for (Kind kind : Kind.values()) {
      kinds[TokenView.type(kind)] = kind.code();
    }
    return kinds;
  }
}
