# Leads from a TCP port to a socket of this machine: relay.pl PORT SOCKET, where @ begins an abstract one.
# In Perl, because every Debian and Ubuntu has that.
use strict;
use warnings;
use IO::Socket::INET;
use IO::Socket::UNIX;

my ($port, $socket) = @ARGV;
$socket =~ s/^\@/\0/;
$SIG{CHLD} = 'IGNORE';

my $server = IO::Socket::INET->new(LocalPort => $port, Listen => 128, ReuseAddr => 1) or die "port $port: $@";
while (1) {
    my $client = $server->accept or next;
    my $pid = fork;
    die "fork: $!" unless defined $pid;
    serve($client) unless $pid;
    close $client;
}

sub serve {
    my ($client) = @_;
    close $server;
    my $there = IO::Socket::UNIX->new(Peer => $socket) or exit 1;
    my $pid = fork;
    exit 1 unless defined $pid;
    $pid ? copy($client, $there) : copy($there, $client);
    exit 0;
}

# Whoever reads the end first ends both directions.
sub copy {
    my ($from, $to) = @_;
    my $bytes;
    while (sysread $from, $bytes, 65536) {
        my $sent = 0;
        while ($sent < length $bytes) {
            $sent += syswrite($to, $bytes, length($bytes) - $sent, $sent) || last;
        }
    }
    shutdown $from, 2;
    shutdown $to, 2;
}
