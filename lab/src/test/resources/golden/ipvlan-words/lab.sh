ip link add eth0 address 02:00:00:00:00:01 type veth peer name out address 02:00:00:00:00:02
ip link add link eth0 name iv0 type ipvlan mode l9
ip link add link eth0 name iv0 type ipvlan mode
ip link add link eth0 name iv0 type ipvlan private vepa
ip link add link eth0 name iv0 type ipvlan bridge vepa
ip link add link eth0 name iv0 type ipvlan mode l2 frob
ip link add link eth0 name iv0 type ipvlan help
ip link add link eth0 name iv0 type ipvlan flags
