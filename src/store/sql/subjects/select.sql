SELECT key, touchpoint, label FROM subjects;
