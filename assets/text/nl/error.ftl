# Fouten die overal kunnen voorkomen
error-cancelled = Gestopt. Er is niets veranderd.
error-text-missing = Deze tekst ontbreekt: { $key }
