SELECT id, label, touchpoint FROM synonyms;
