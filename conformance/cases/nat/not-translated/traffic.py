from sides import *

t = Sides(__file__)
for _ in range(2):
    for dport in 53, 54, 55, 56:
        t.left(datagram(L, R, 4000, dport))
t.right(datagram(R, "10.2.0.1", 53, 4000))
t.left(segment(L, "192.0.2.1", 4000, 80, "S", 1000))
t.right(segment(R, "10.2.0.1", 8080, 4000, "SA", 5000, 1001))
t.left(segment(L, "192.0.2.1", 4000, 80, "A", 1001, 5001))
t.left(segment(L, "192.0.2.1", 4000, 80, "A", 900001001, 5001))
t.right(segment(R, "10.2.0.1", 8080, 4000, "A", 900005001, 1001))
t.left(segment(L, R, 4001, 81, "SF", 1000))
t.left(segment(L, R, 4001, 81, "", 1000))
t.left(segment(L, "192.0.2.1", 4000, 80, "FA", 1001, 5001))
t.right(segment(R, "10.2.0.1", 8080, 4000, "FA", 5001, 1002))
t.left(segment(L, "192.0.2.1", 4000, 80, "A", 1002, 5002))
t.left(segment(L, "192.0.2.1", 4000, 80, "S", 70000))
t.right(segment(R, "10.2.0.1", 8080, 4000, "SA", 9000, 70001))
t.left(segment(L, "192.0.2.1", 4000, 80, "R", 70001))
t.left(segment(L, "192.0.2.1", 4000, 80, "S", 80000))
t.left(segment(L, R, 4002, 82, "A", 1, 1))
t.right(segment(R, "10.2.0.1", 82, 4002, "A", 1, 2))
t.write()
