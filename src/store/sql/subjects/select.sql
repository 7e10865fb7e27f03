SELECT key, touchpoint, label, unmatched FROM subjects;
