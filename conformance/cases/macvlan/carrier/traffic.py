from frames import *

t = Traffic(__file__)


def say(to):
    t.send("a:@ip", datagram("10.1.0.10", to))


say("10.1.0.2")
say("10.1.0.99")
t.wait(0.9)
say("10.1.0.9")
say("10.1.0.2")
t.wait(2)
say("10.1.0.9")
say("10.1.0.2")
t.write()
