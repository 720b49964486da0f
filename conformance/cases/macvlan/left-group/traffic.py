from frames import *

OUT = "02:00:00:00:00:02"
t = Traffic(__file__)

for step in range(5):
    for group in ("01:00:5e:00:00:fb", "01:00:5e:00:00:fc", "33:33:00:00:00:01"):
        t.send("o:out", padded(ethernet(group, OUT, LOCAL)))
    t.wait(0.47)
t.write()
