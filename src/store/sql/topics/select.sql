SELECT key, subject, question FROM topics;
