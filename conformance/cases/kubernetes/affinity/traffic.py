from frames import *

CLUSTER_IP, NODE = "10.96.0.10", "192.0.2.10"
GATEWAY_MAC, NODE_MAC, OUTSIDE_MAC = "02:00:0a:f4:00:01", "02:00:c0:00:02:0a", "02:00:c0:00:02:01"
t = Traffic(__file__)


def pod(number):
    return f"02:00:0a:f4:00:{number:02x}", f"10.244.0.{number}"


def ask(number, port):
    mac, address = pod(number)
    name = {2: "a", 3: "b", 4: "c", 5: "client"}[number]
    t.send(f"{name}:eth0", ethernet(GATEWAY_MAC, mac, IPV4, datagram(address, CLUSTER_IP, port, 80)))


def ask_from_outside(port):
    t.send("outside:eth0", ethernet(NODE_MAC, OUTSIDE_MAC, IPV4, datagram("192.0.2.1", NODE, port, 30080)))


def answer(endpoint, to, port, name):
    mac, address = pod(endpoint)
    t.send(f"{name}:eth0", ethernet(GATEWAY_MAC, mac, IPV4, datagram(address, to, 8080, port)))


ask(5, 4001)
answer(2, "10.244.0.5", 4001, "a")
ask(5, 4002)
t.wait(0.6)
ask(5, 4003)
ask_from_outside(5001)
answer(3, "10.244.0.1", 5001, "b")
ask(3, 4101)
t.wait(0.6)
ask(5, 4004)
ask_from_outside(5002)
ask(4, 4201)
answer(4, "10.244.0.1", 4201, "c")
t.wait(4)
ask(5, 4005)
ask_from_outside(5003)
t.write()
