# Enquêtebestanden: waarom ze geweigerd worden, wat hersteld is, waarom een cel niet is overgenomen.
import-empty-file = Het bestand is leeg. Er is niets geïmporteerd. Kies een bestand met een kopregel en rijen.
