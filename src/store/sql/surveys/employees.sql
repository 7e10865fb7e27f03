SELECT id FROM surveys WHERE audience = 'employee';
