# start
start-new-map = Nieuwe kaart
