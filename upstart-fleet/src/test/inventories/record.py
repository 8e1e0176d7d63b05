"""Records what the real Ansible says of the inventories in cases.txt and of the patterns in patterns.txt.

Usage: record.py FOLDER. Needs ansible-core 2.14, of whose modules it loads two once for all cases.
"""
import os
import shutil
import stat
import sys
import tempfile

os.chdir(os.path.dirname(os.path.abspath(__file__)))
here = os.getcwd()
scratch = tempfile.mkdtemp()
settings = os.path.join(scratch, 'ansible.cfg')
open(settings, 'w').close()
os.environ.update(
    ANSIBLE_CONFIG=settings, ANSIBLE_NOCOLOR='1', ANSIBLE_HOME=scratch, ANSIBLE_LOCAL_TEMP=scratch,
    ANSIBLE_INVENTORY_ANY_UNPARSED_IS_FAILED='true', ANSIBLE_INVENTORY_UNPARSED_FAILED='true',
    ANSIBLE_HOST_PATTERN_MISMATCH='error', LC_ALL='C.UTF-8')

from ansible.cli import adhoc, inventory  # noqa: E402


def run(program, arguments):
    """Returns what the program prints, or nothing if it fails."""
    printed = os.path.join(scratch, 'printed')
    child = os.fork()
    if child == 0:
        out = os.open(printed, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(out, 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        status = 1
        try:
            program.main(arguments)
            status = 0
        except SystemExit as end:
            status = end.code or 0
        finally:
            sys.stdout.flush()
            os._exit(status)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0:
        return None
    with open(printed, encoding='utf-8') as text:
        return text.read()


def lines(name):
    with open(name, encoding='utf-8') as text:
        return [line.rstrip('\n') for line in text if not line.startswith('#')]


def source(word):
    """Ansible reads a listing only from a program, so this makes one."""
    if not word.startswith('listing-'):
        return word
    program = os.path.join(scratch, 'list')
    with open(program, 'w') as text:
        text.write('#!/bin/sh\ntest "$1" = --list || { echo "{}"; exit; }\ncat %s/%s\n' % (here, word))
    os.chmod(program, stat.S_IRWXU)
    return program


def inventories(folder):
    for line in lines('cases.txt'):
        arguments = ['ansible-inventory', '--list']
        for word in line.split(' '):
            arguments += ['-i', source(word)]
        said = run(inventory, arguments)
        if said is not None:
            with open(os.path.join(folder, line.replace('/', '_') + '.json'), 'w') as text:
                text.write(said)


def patterns(folder):
    with open(os.path.join(folder, 'patterns.txt'), 'w') as text:
        for pattern in lines('patterns.txt'):
            said = run(adhoc, ['ansible', '-i', 'patterned.ini', '--list-hosts', '--limit', pattern, 'all'])
            hosts = 'error' if said is None else ' '.join(said.split('\n    ')[1:])
            text.write('%s => %s\n' % (pattern, hosts.strip()))


patterns(sys.argv[1])
inventories(sys.argv[1])
shutil.rmtree(scratch)
