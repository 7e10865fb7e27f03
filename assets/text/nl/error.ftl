# Fouten die overal kunnen voorkomen
error-cancelled = Gestopt. Er is niets veranderd.
