# step
