// A job file is flat: a list of entries. Each rule decides by one token, so nothing is predicted;
// what the words of a stanza mean is not the grammar's to say.
parser grammar JobFileParser;

options { tokenVocab = JobFileLexer; }

entry
    : NEWLINE
    | stanza
    | EOF
    ;

stanza
    : FLAG NEWLINE?                                        // manual, debug
    | EVENTS (ON condition | words) end                    // start on, stop on
    | EXEC command                                         // exec
    | SCRIPT script                                        // script
    | PROCESS (EXEC command | SCRIPT script | words end)   // pre-start, post-start, pre-stop, post-stop
    | (NAME | BROKEN) words end                            // all others
    ;

words     : (WORD | BROKEN)*;
command   : (COMMAND | BROKEN)? end;
script    : words (BODY SCRIPT_LINE* END_SCRIPT?)?;
condition : (OPERAND | AND | OR | LEFT | RIGHT | INNER_NEWLINE | BROKEN | WORD)*;
end       : (NEWLINE | EMPTY_LINE)?;
