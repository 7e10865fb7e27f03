# silos
