# start
start-new-map = New map
