// Cuts a job file as Upstart's own library does. Every byte ends up in a token, whatever the file
// holds; a mode knows what may stand next. Bytes from 0x80 on arrive as one ordinary character.
lexer grammar JobFileLexer;

channels { TRIVIA }

// At the start of a stanza ---------------------------------------------------------------------

SCRIPT   : 'script' CONTINUED*                                -> mode(SCRIPT_HEAD);
EXEC     : 'exec' CONTINUED*                                  -> mode(COMMAND_HEAD);
PROCESS  : ('pre' | 'post') '-' ('start' | 'stop') CONTINUED* -> mode(PROCESS_HEAD);
EVENTS   : ('start' | 'stop') CONTINUED*                      -> mode(EVENTS_HEAD);
// These two end with the blanks behind them; another stanza may follow on the same line.
FLAG     : ('manual' | 'debug') CONTINUED* GAPS?;
NAME     : (UNIT | CONTINUED)+                                -> mode(WORDS);
BROKEN   : (UNIT | CONTINUED)* OPEN                           -> mode(WORDS);
NEWLINE  : '\n';
GAP      : BLANK+                                             -> channel(TRIVIA);
COMMENT  : '#' ~[\n]*                                         -> channel(TRIVIA);

// Words up to the end of the line --------------------------------------------------------------

mode WORDS;
WORD          : UNIT (UNIT | CONTINUED)*;
WORDS_BROKEN  : (UNIT (UNIT | CONTINUED)*)? OPEN -> type(BROKEN);
WORDS_NEWLINE : '\n'                             -> type(NEWLINE), mode(DEFAULT_MODE);
WORDS_GAP     : GAPS                             -> type(GAP), channel(TRIVIA);
WORDS_COMMENT : '#' ~[\n]*                       -> type(COMMENT), channel(TRIVIA);

// Behind pre-start, post-start, pre-stop, post-stop --------------------------------------------

mode PROCESS_HEAD;
PROCESS_SCRIPT  : 'script' CONTINUED*              -> type(SCRIPT), mode(SCRIPT_HEAD);
PROCESS_EXEC    : 'exec' CONTINUED*                -> type(EXEC), mode(COMMAND_HEAD);
PROCESS_WORD    : UNIT (UNIT | CONTINUED)*         -> type(WORD), mode(WORDS);
PROCESS_BROKEN  : (UNIT (UNIT | CONTINUED)*)? OPEN -> type(BROKEN), mode(WORDS);
PROCESS_NEWLINE : '\n'                             -> type(NEWLINE), mode(DEFAULT_MODE);
PROCESS_GAP     : GAPS                             -> type(GAP), channel(TRIVIA);
PROCESS_COMMENT : '#' ~[\n]*                       -> type(COMMENT), channel(TRIVIA);

// A command: one token, without the blanks at its end ------------------------------------------

mode COMMAND_HEAD;
COMMAND         : UNIT (SPACE* (UNIT | CONTINUED))*                  -> mode(COMMAND_TAIL);
COMMAND_BROKEN  : (UNIT (SPACE* (UNIT | CONTINUED))* SPACE*)? OPEN   -> type(BROKEN), mode(COMMAND_TAIL);
COMMAND_NEWLINE : '\n'      -> type(NEWLINE), mode(DEFAULT_MODE);
COMMAND_GAP     : GAPS      -> type(GAP), channel(TRIVIA);
COMMAND_COMMENT : '#' ~[\n]* -> type(COMMENT), channel(TRIVIA);

mode COMMAND_TAIL;
TAIL_NEWLINE : '\n'             -> type(NEWLINE), mode(DEFAULT_MODE);
TAIL_GAP     : SPACE+           -> type(GAP), channel(TRIVIA);
// A NUL ends a command, and hides the rest of its line as a comment does.
TAIL_COMMENT : [#\u0000] ~[\n]* -> type(COMMENT), channel(TRIVIA);

// Behind start and stop ------------------------------------------------------------------------

mode EVENTS_HEAD;
ON             : 'on' CONTINUED*                  -> mode(CONDITION);
EVENTS_WORD    : UNIT (UNIT | CONTINUED)*         -> type(WORD), mode(WORDS);
EVENTS_BROKEN  : (UNIT (UNIT | CONTINUED)*)? OPEN -> type(BROKEN), mode(WORDS);
EVENTS_NEWLINE : '\n'                             -> type(NEWLINE), mode(DEFAULT_MODE);
EVENTS_GAP     : GAPS                             -> type(GAP), channel(TRIVIA);
EVENTS_COMMENT : '#' ~[\n]*                       -> type(COMMENT), channel(TRIVIA);

mode CONDITION;
AND               : 'and' CONTINUED*;
OR                : 'or' CONTINUED*;
LEFT              : '('                                  -> pushMode(PARENTHESES);
RIGHT             : ')';
OPERAND           : EVENT_UNIT (EVENT_UNIT | CONTINUED)*;
CONDITION_BROKEN  : (EVENT_UNIT (EVENT_UNIT | CONTINUED)*)? OPEN -> type(BROKEN), mode(WORDS);
CONDITION_NEWLINE : '\n'       -> type(NEWLINE), mode(DEFAULT_MODE);
CONDITION_GAP     : GAPS       -> type(GAP), channel(TRIVIA);
CONDITION_COMMENT : '#' ~[\n]* -> type(COMMENT), channel(TRIVIA);

// Within parentheses a condition goes on over the end of the line; a line without a word is an
// error there, and so a good place to give the condition up.
mode PARENTHESES;
PAREN_AND     : 'and' CONTINUED*                      -> type(AND);
PAREN_OR      : 'or' CONTINUED*                       -> type(OR);
PAREN_LEFT    : '('                                   -> type(LEFT), pushMode(PARENTHESES);
PAREN_RIGHT   : ')'                                   -> type(RIGHT), popMode;
PAREN_OPERAND : EVENT_UNIT (EVENT_UNIT | CONTINUED)*  -> type(OPERAND);
PAREN_BROKEN  : (EVENT_UNIT (EVENT_UNIT | CONTINUED)*)? OPEN -> type(BROKEN), mode(WORDS);
INNER_NEWLINE : '\n';
EMPTY_LINE    : '\n' (BLANK | CONTINUED)* ('#' ~[\n]*)? '\n' -> mode(DEFAULT_MODE);
PAREN_GAP     : GAPS       -> type(GAP), channel(TRIVIA);
PAREN_COMMENT : '#' ~[\n]* -> type(COMMENT), channel(TRIVIA);

// A script, a line each ------------------------------------------------------------------------

mode SCRIPT_HEAD;
BODY         : '\n'                             -> mode(SCRIPT_BODY);
HEAD_WORD    : UNIT (UNIT | CONTINUED)*         -> type(WORD);
HEAD_BROKEN  : (UNIT (UNIT | CONTINUED)*)? OPEN -> type(BROKEN);
HEAD_GAP     : GAPS                             -> type(GAP), channel(TRIVIA);
HEAD_COMMENT : '#' ~[\n]*                       -> type(COMMENT), channel(TRIVIA);

mode SCRIPT_BODY;
END_SCRIPT  : BLANK* 'end' BLANK+ 'script' BLANK* ('#' ~[\n]*)? '\n'? -> mode(DEFAULT_MODE);
SCRIPT_LINE : ~[\n]* '\n' | ~[\n]+;

fragment SPACE      : [ \t\r];
fragment BLANK      : [ \t\r\u0000];
fragment CONTINUED  : '\\' '\n';
fragment GAPS       : (BLANK | CONTINUED)+;
fragment ESCAPED    : '\\' ~[\n];
fragment QUOTED     : '"' ('\\' . | ~["\\])* '"' | '\'' ('\\' . | ~['\\])* '\'';
fragment UNIT       : ESCAPED | QUOTED | ~[ \t\r\n\u0000#"'\\];
fragment EVENT_UNIT : ESCAPED | QUOTED | ~[ \t\r\n\u0000#()"'\\];
// A quote that is never closed, up to the end of its line; or a backslash that ends the file.
fragment OPEN       : '"' (ESCAPED | ~["\\\n])* '\\'? | '\'' (ESCAPED | ~['\\\n])* '\\'? | '\\';
