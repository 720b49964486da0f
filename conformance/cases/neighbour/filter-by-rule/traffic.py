from frames import *

NEAR = "02:00:0a:01:00:02"
t = Traffic(__file__)

for sender in ("10.1.0.2", "10.1.0.3"):
    t.send("near:eth0", arp_request(NEAR, sender, "10.1.0.1"))
    t.send("near:eth0", arp_request(NEAR, sender, "10.5.0.1"))  # an answer from there is not let out
t.write()
